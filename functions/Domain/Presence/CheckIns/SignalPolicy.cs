namespace Kinerja.Domain.Presence.CheckIns;

/// <summary>
/// When a pattern over many check-ins is worth a superior's look. No rule fixes these figures [U]: they are an
/// agency's, shipped so that honest phones hardly ever meet them. A fix of ten metres' accuracy scatters over metres;
/// two honest ones agree to the seventh decimal (1 cm) about once in a million pairs, three practically never.
/// </summary>
public sealed record SignalPolicy
{
    /// <summary>Faster than any scheduled flight, from door to door.</summary>
    public required double MostKilometresPerHour { get; init; }

    /// <summary>Nearer than this no speed is impossible: two sources of a fix may differ by kilometres.</summary>
    public required double LeastTravelKilometres { get; init; }

    /// <summary>
    /// Only fixes that claim to be at least so good are compared for equality. Coarser ones come from cell towers and
    /// Wi-Fi and repeat by nature, at everybody's desk.
    /// </summary>
    public required double MostAccuracyMetres { get; init; }

    /// <summary>
    /// One person at the very same centimetre on so many days of a month; less is a phone that kept a fix.
    /// </summary>
    public required int RepeatedDays { get; init; }

    /// <summary>
    /// So many people at the very same centimetre within a month (Kab. Cirebon 2026: five at one point).
    /// </summary>
    public required int SharedPeople { get; init; }

    /// <summary>Two people do when it happened on so many days.</summary>
    public required int SharedPairDays { get; init; }

    /// <summary>People who sent from one device on one day.</summary>
    public required int PeopleOnDevice { get; init; }

    /// <summary>Devices that one person sent from on one day; an office phone and one's own are two.</summary>
    public required int DevicesOfPerson { get; init; }

    /// <summary>People with one helper's name to their check-ins of one day.</summary>
    public required int PeopleAssisted { get; init; }
}
