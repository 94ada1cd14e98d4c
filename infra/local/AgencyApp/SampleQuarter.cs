namespace Kinerja.AgencyApp;

/// <summary>
/// What the apps of two sample agencies send about the first quarter of 2026. The same seed gives the same bytes. An
/// agency's gateway forwards what its phones hand over every five minutes. Any day can be made by itself, so that a
/// replay may resume from it and no more than a day is in memory.
/// </summary>
public sealed class SampleQuarter
{
    private const int TickMinutes = 5;

    private readonly int _seed;
    private readonly ILookup<DateOnly, PlannedRequest> _planned;

    private SampleQuarter(int seed)
    {
        _seed = seed;
        Agencies = [SampleAgencies.Jayapura(seed), SampleAgencies.Bandung(seed)];
        Setup = [.. Agencies.SelectMany(RegisterJson.Of)];
        _planned = Agencies
            .SelectMany(
                agency => FeedbackPlan.Of(seed, agency).Concat(RatingPlan.Of(seed, agency))
                    .Concat(PresencePlan.Of(seed, agency)))
            .ToLookup(planned => DateOnly.FromDateTime(planned.At.DateTime));
        FeedbackCount = _planned.SelectMany(day => day).Count(p => p.Request.Kind == RequestKind.Feedback);
        RatingCount = _planned.SelectMany(day => day).Count(p => p.Request.Kind == RequestKind.Rating);
    }

    public IReadOnlyList<SampleAgency> Agencies { get; }

    /// <summary>To be sent one after the other: an agency, its units, its people, its fences.</summary>
    public IReadOnlyList<AgencyRequest> Setup { get; }

    /// <summary>
    /// Days by the agencies' own calendars, up to a week past the quarter; on a day off there may be nothing.
    /// </summary>
    public IReadOnlyList<DateOnly> Days { get; } = [.. WorkDays.Between(WorkDays.FirstDay, WorkDays.LastSendingDay)];

    /// <summary>Feedback requests of the whole quarter, resends included.</summary>
    public int FeedbackCount { get; }

    /// <summary>Rating requests of the whole quarter, revisions included.</summary>
    public int RatingCount { get; }

    /// <summary>The whole quarter, day by day, in ascending order.</summary>
    public IEnumerable<ReplayMoment> Moments => Days.SelectMany(MomentsOf);

    /// <summary>The correction that one person of the agency asks for.</summary>
    public PlannedCorrection CorrectionOf(SampleAgency agency) => PresencePlan.CorrectionOf(_seed, agency);

    public static SampleQuarter Create(int seed = 2026) => new(seed);

    /// <summary>Nobody sends between 21:00 and 05:00, so the days of both zones never overlap.</summary>
    public IEnumerable<ReplayMoment> MomentsOf(DateOnly day) => Agencies
        .SelectMany(agency => agency.People.SelectMany(person => CheckInsOf(agency, person, day)))
        .Concat(_planned[day])
        .GroupBy(planned => planned.At.UtcTicks)
        .OrderBy(moment => moment.Key)
        .Select(moment => new ReplayMoment(new(moment.Key, TimeSpan.Zero), [.. moment.Select(p => p.Request)]));

    private IEnumerable<PlannedRequest> CheckInsOf(SampleAgency agency, SamplePerson person, DateOnly day)
    {
        var spell = OfflineSpell.Of(_seed, agency, person, day);
        if (spell?.SentOn == day)
        {
            foreach (var batch in BatchOf(agency, person, spell))
            {
                yield return batch;
            }
        }

        if (spell?.Covers(day) == true)
        {
            yield break;
        }

        foreach (var planned in DayPlan.Of(_seed, agency, person, day))
        {
            var sentAt = NextTick(planned.CapturedAt);
            var request = CheckIn(agency, planned, sentAt);
            yield return new(sentAt, request);
            var again = sentAt.AddMinutes(TickMinutes * planned.ResendTicks);
            if (planned.Resend == Resend.SameBody)
            {
                yield return new(again, request);
            }
            else if (planned.Resend == Resend.NewSentAt)
            {
                yield return new(again, CheckIn(agency, planned, again));
            }
        }
    }

    private static AgencyRequest CheckIn(SampleAgency agency, PlannedCheckIn planned, DateTimeOffset sentAt) =>
        agency.HasAppOfItsOwn
            ? Routes.Intake(agency.Id, RequestKind.CheckIn, ArsipJson.One(agency, planned, sentAt))
            : Routes.CheckIn(agency.Id, CheckInJson.One(agency, planned, sentAt));

    private IEnumerable<PlannedRequest> BatchOf(SampleAgency agency, SamplePerson person, OfflineSpell spell)
    {
        var items = WorkDays.Between(spell.First, spell.Last)
            .SelectMany(day => DayPlan.Of(_seed, agency, person, day)).ToList();
        var sentAt = NextTick(agency.At(spell.SentOn, spell.SentMinute));
        if (items.Count > 0)
        {
            yield return new(sentAt, Batch(agency, items, sentAt));
        }

        if (items.Count > 0 && spell.SentTwice)
        {
            var again = sentAt.AddMinutes(TickMinutes);
            yield return new(again, Batch(agency, items, again));
        }
    }

    private static AgencyRequest Batch(SampleAgency agency, List<PlannedCheckIn> items, DateTimeOffset sentAt) =>
        agency.HasAppOfItsOwn
            ? Routes.Intake(agency.Id, RequestKind.CheckInBatch, ArsipJson.Batch(agency, items, sentAt))
            : Routes.CheckInBatch(agency.Id, CheckInJson.Batch(agency, items, sentAt));

    /// <summary>The gateway's next whole five minutes after the capture.</summary>
    private static DateTimeOffset NextTick(DateTimeOffset captured)
    {
        var tick = TimeSpan.FromMinutes(TickMinutes).Ticks;
        return new DateTimeOffset(((captured.Ticks / tick) + 1) * tick, captured.Offset);
    }
}
