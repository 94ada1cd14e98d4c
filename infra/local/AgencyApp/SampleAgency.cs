namespace Kinerja.AgencyApp;

/// <summary>An agency of the sample: invented people in illustrative buildings, not a real office's data.</summary>
public sealed record SampleAgency(
    string Id,
    string Name,
    string Zone,
    TimeSpan Offset,
    string HeadId,
    IReadOnlyList<SampleUnit> Units,
    IReadOnlyList<SamplePerson> People,
    IReadOnlyList<SampleFence> Fences)
{
    public const string BandungId = "arsip-jabar";
    public const string JayapuraId = "bkd-papua";

    /// <summary>Roughly its city's hall, in degrees to a hundredth: public, no building of its own.</summary>
    public required (double Latitude, double Longitude) Seat { get; init; }

    /// <summary>Its app was there before Kinerja, and writes as it always did.</summary>
    public bool HasAppOfItsOwn { get; init; }

    internal DateTimeOffset At(DateOnly day, int minuteOfDay) =>
        new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), Offset).AddMinutes(minuteOfDay);

    internal SampleUnit UnitOf(SamplePerson person) => Units.First(unit => unit.Id == person.UnitId);

    internal SampleFence Fence(string id) => Fences.First(fence => fence.Id == id);

    internal SampleFence? HomeOf(SamplePerson person) =>
        Fences.FirstOrDefault(fence => fence.Kind == "home" && fence.Employees.Contains(person.Id));
}

/// <summary>The post is the one that the unit's people hold.</summary>
public sealed record SampleUnit(string Id, string Name, bool DirectService, string HeadId, string OfficeId)
{
    /// <summary>Posts in direct service are not on the agency's list for flexible work.</summary>
    internal string PostId => DirectService ? "petugas-layanan" : "analis";
}

/// <summary>A person and the phone in his or her pocket.</summary>
public sealed record SamplePerson(string Id, string UnitId, bool Pppk, string? RaterId, string? Nip, SamplePhone Phone)
{
    /// <summary>
    /// Null for one person of each agency, whom nobody has given a post: his or her days at a shared place are not
    /// covered.
    /// </summary>
    public string? PostId { get; init; }
}

/// <summary>iPhones do not say whether a location is mocked; Android phones do.</summary>
public sealed record SamplePhone(string DeviceId, bool Android, bool MocksLocation)
{
    public DateOnly? WrongClockFrom { get; init; }

    public DateOnly? WrongClockTo { get; init; }

    internal bool HasWrongClockOn(DateOnly day) => WrongClockFrom <= day && day <= WrongClockTo;

    /// <summary>The odd phones are always online, so that each oddity is seen for itself.</summary>
    internal bool IsOdd => MocksLocation || WrongClockFrom is not null;
}
