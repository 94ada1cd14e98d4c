namespace Kinerja.AgencyApp;

/// <summary>
/// What became of what was sent; an item of a batch counts like a request of its own. Placements and flags are those of
/// newly stored check-ins, so that a resend counts once.
/// </summary>
public sealed class ReplayTally
{
    private readonly SortedDictionary<string, int> _refused = new(StringComparer.Ordinal);

    public int Sent { get; set; }

    /// <summary>Attempts after the first one.</summary>
    public int Retries { get; set; }

    /// <summary>201: new.</summary>
    public int Stored { get; set; }

    /// <summary>200 to a POST: known already.</summary>
    public int Replayed { get; set; }

    /// <summary>Any success of a PUT.</summary>
    public int Put { get; set; }

    public int Inside { get; set; }

    public int Outside { get; set; }

    public int Uncertain { get; set; }

    public int Unknown { get; set; }

    /// <summary>Check-ins that a superior will look at: a mock location was reported.</summary>
    public int Flagged { get; set; }

    public int WrongClocks { get; set; }

    public int SentLate { get; set; }

    public int Flexible { get; set; }

    /// <summary>How often each problem type came back.</summary>
    public IReadOnlyDictionary<string, int> Refused => _refused;

    public void Refuse(string problemType, int times = 1) =>
        _refused[problemType] = _refused.GetValueOrDefault(problemType) + times;

    public void Add(ReplayTally other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Sent += other.Sent;
        Retries += other.Retries;
        Stored += other.Stored;
        Replayed += other.Replayed;
        Put += other.Put;
        Inside += other.Inside;
        Outside += other.Outside;
        Uncertain += other.Uncertain;
        Unknown += other.Unknown;
        Flagged += other.Flagged;
        WrongClocks += other.WrongClocks;
        SentLate += other.SentLate;
        Flexible += other.Flexible;
        foreach (var (type, times) in other.Refused)
        {
            Refuse(type, times);
        }
    }
}
