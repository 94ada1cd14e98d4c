using Kinerja.Domain.Calendars;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Feedback;
using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Policies;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Presence.CheckIns;
using Kinerja.Domain.Workforce;
using NetTopologySuite.Geometries;
using NodaTime;
using NodaTime.Text;
using Position = Kinerja.Domain.Geofencing.Position;

namespace Kinerja.Domain.Tests;

/// <summary>One valid example of each thing; a test names only what it is about.</summary>
internal static class Some
{
    internal static readonly DateTimeZone Wib = DateTimeZoneProviders.Tzdb["Asia/Jakarta"];
    internal static readonly DateTimeZone Wita = DateTimeZoneProviders.Tzdb["Asia/Makassar"];
    internal static readonly DateTimeZone Wit = DateTimeZoneProviders.Tzdb["Asia/Jayapura"];

    internal static readonly AgencyId AgencyId = AgencyId.Parse("menpanrb").Value;

    internal static readonly Actor Actor = ActorOf(AgencyId);
    internal static readonly UnitId UnitId = UnitId.Parse("biro-sdm").Value;
    internal static readonly Quarter Quarter = new(2026, 2);

    /// <summary>Wednesday 1 April 2026, 07:30 WIB: the start of a working day and of a quarter.</summary>
    internal static readonly Instant Morning = At("2026-04-01T00:30:00Z");

    internal static readonly LocalDate Today = new(2026, 4, 1);

    internal static Instant At(string utc) => InstantPattern.ExtendedIso.Parse(utc).Value;

    internal static EmployeeId Person(string id = "peg-0001") => EmployeeId.Parse(id).Value;

    internal static ClientId Client(string id = "checkin-0001") => ClientId.Parse(id).Value;

    internal static GeofenceId FenceId(string id = "kantor-pusat") => GeofenceId.Parse(id).Value;

    internal static Agency Agency(DateTimeZone? zone = null) => new(AgencyId, "Kementerian PANRB", zone ?? Wib);

    internal static OrganisationUnit Unit(DateTimeZone? zone = null) =>
        new(UnitId, "Biro SDM", null, zone ?? Wib, Person("peg-head"), false);

    internal static Employee Employee(string id = "peg-0001", string unit = "biro-sdm", string? rater = "peg-head") =>
        new(Person(id), UnitId.Parse(unit).Value, EmploymentKind.Pns, rater is null ? null : Person(rater), true);

    /// <summary>
    /// The office: 1/128 of a degree a side (about 865 m), its corners exact in binary, so that "on the edge" is exact.
    /// </summary>
    internal static MultiPolygon OfficeArea => Areas.Box(106.8125, -6.234375, 106.8203125, -6.2265625);

    internal static Geofence Fence(
        string id = "kantor-pusat",
        MultiPolygon? area = null,
        GeofenceKind kind = GeofenceKind.Office,
        DateTimeZone? zone = null,
        double threshold = Geofence.DefaultInsideThreshold,
        GeofenceScope? scope = null,
        LocalDate? from = null,
        LocalDate? to = null) =>
        new(FenceId(id), 1, "Kantor Pusat", kind, zone ?? Wib, from, to, threshold, scope ?? GeofenceScope.Everybody,
            area ?? OfficeArea);

    internal static Position Fix(double latitude, double longitude, double accuracyMetres = 10) =>
        Position.Parse(latitude, longitude, accuracyMetres).Value;

    internal static readonly Position AtTheOffice = Fix(-6.23, 106.816);
    internal static readonly Position FarFromTheOffice = Fix(-6.30, 106.9);

    internal static SubmittedCheckIn Claim(
        Instant? capturedAt = null,
        Instant? sentAt = null,
        Position? position = null,
        CheckInKind kind = CheckInKind.In,
        bool? mock = false) =>
        new(Client(), AgencyId, Person(), kind, capturedAt ?? Morning, sentAt ?? capturedAt ?? Morning,
            position ?? AtTheOffice, mock, "fused", "device-1");

    /// <summary>A check-in as accepted, by the wall clock of Jakarta.</summary>
    internal static CheckIn CheckIn(
        string id,
        LocalDateTime wall,
        CheckInKind kind = CheckInKind.In,
        Placement placement = Placement.Inside,
        WorkMode mode = WorkMode.Office,
        Duration receivedAfter = default,
        bool mock = false)
    {
        var counts = wall.InZoneStrictly(Wib).ToInstant();
        var inside = placement == Placement.Inside;
        return new CheckIn(
            Claim(counts, kind: kind, mock: mock) with { Id = Client(id) },
            counts + receivedAfter,
            new FenceVerdict(placement, FenceId(), 1, GeofenceKind.Office, inside ? -50 : 50, inside ? 1 : 0),
            inside ? mode : null,
            Wib,
            wall.Date,
            counts,
            TimeSource.Device,
            mock ? 40 : 100,
            mock ? [CheckInReason.InsideFence, CheckInReason.MockLocationReported] : [CheckInReason.InsideFence],
            CheckInPolicy.Default.Version);
    }

    internal static Rating Rating(
        ExpectationLevel result = ExpectationLevel.Meets,
        ExpectationLevel behaviour = ExpectationLevel.Meets,
        decimal skp = 100,
        decimal behaviourScore = 90) =>
        new(Quarter, Person(), Person("peg-head"), result, behaviour, Score(skp), Score(behaviourScore), null,
            At("2026-07-02T03:00:00Z"), 1);

    internal static Score Score(decimal value) => Domain.Score.Parse(value, "/score").Value;

    internal static EvaluationInput Input(
        Rating? rating, bool headsUnit = false, OrganisationLevel? unitLevel = null) =>
        new(Person(), UnitId, headsUnit, unitLevel, rating, default, 0);

    internal static EmployeeEvaluation Evaluation(
        string id, Predicate predicate, decimal score, decimal behaviour = 90) =>
        new(
            Person(id),
            new Assessment(predicate, ExpectationLevel.Meets, ExpectationLevel.Meets, Score(score), Score(behaviour)),
            EvaluationPolicy.Default.Version);

    internal static EmployeeEvaluation NotAssessed(string id) =>
        new(Person(id), NotAssessedReason.NoRating, EvaluationPolicy.Default.Version);

    internal static FeedbackNote Note(GiverRole role) => new(Feedback(role), Quarter, Morning);

    internal static SubmittedFeedback Feedback(GiverRole role) =>
        new(Client("note-0001"), AgencyId, Person("peg-giver"), Person("peg-0001"), role, FeedbackSubject.Result,
            ExpectationLevel.Meets, "Laporan selesai tepat waktu.");

    internal static FeedbackNote Saying(
        this FeedbackNote note, Func<SubmittedFeedback, SubmittedFeedback> otherwise) =>
        note with { Claim = otherwise(note.Claim) };

    /// <summary>From the first morning, for a fortnight.</summary>
    internal static Delegation Delegation(string delegated, string rater = "peg-head") =>
        new(Person(rater), Person(delegated), Today, Today.PlusDays(14), Person("peg-boss"), "Cuti.", Morning, 1);

    internal static WorkCalendar Calendar => Year2026.Calendar;

    internal static WorkingTime Hours => Year2026.Hours;

    /// <summary>A month of the first employee under the shipped rules, long after it is over.</summary>
    internal static AttendanceMonth Fold(YearMonth month, IEnumerable<CheckIn> checkIns) =>
        Fold(month, [.. DayFacts.Of(checkIns)]);

    internal static AttendanceMonth Fold(
        YearMonth month, IReadOnlyList<DayFacts> facts, WorkingTime? hours = null, LocalDate? today = null) =>
        AttendanceRules.Fold(
            Timeline(Employee()),
            month,
            facts,
            Rules(hours),
            (today ?? new LocalDate(2027, 1, 1)).AtStartOfDayInZone(Wib).ToInstant());

    /// <summary>Ever since in the one unit there is.</summary>
    internal static PersonTimeline Timeline(Employee person) => Timeline(Employment.Always(person));

    internal static PersonTimeline Timeline(Employment employment, LocalDate? began = null) => new(
        employment,
        employment.Assignments.Entries.Select(e => e.Value.UnitId).Distinct().ToDictionary(
            id => id, id => History<OrganisationUnit>.Always(Unit() with { Id = id })),
        began ?? History<Employee>.Beginning);

    internal static MonthRules Rules(WorkingTime? hours = null) => MonthRules.Shipped with
    {
        WorkingTime = new PolicyTimeline<WorkingTimePolicy>(
            [new(LocalDate.MinIsoValue, 0, hours is null ? WorkingTimePolicy.Shipped : new("hours-test", hours, []))]),
    };

    internal static Actor ActorOf(AgencyId agency) => new(agency, "aplikasi-uji", Person: null, ActorProof.AppWord);
}
