public import MathematicalProgramming

/// The solver behind designs and rosters, under a name that callers above need no other import for.
public typealias ScheduleSolver = HiGHSLibrary
