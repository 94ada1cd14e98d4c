namespace Kinerja.Benchmarks.CheckIns;

/// <summary>
/// What a load process is told. Body holds {id} and {person}; every request is a new check-in of the next person.
/// </summary>
internal sealed record LoadPlan(Uri Address, string Token, string Body, int Connections, double Seconds);

/// <summary>What it saw. All counts the warm-up too; the rest is of the measured time only.</summary>
internal sealed record LoadResult(
    long All, double PerSecond, double P50Milliseconds, double P99Milliseconds, string? Fault);
