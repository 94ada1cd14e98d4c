using System.Security.Cryptography;
using Kinerja.Application.Evaluation;
using Kinerja.Application.Feedback;
using Kinerja.Application.FlexibleWork;
using Kinerja.Application.Geofencing;
using Kinerja.Application.Presence.CheckIns;
using Kinerja.Application.Ranking;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.Feedback;
using Kinerja.Domain.FlexibleWork;
using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Objections;
using Kinerja.Domain.Presence.CheckIns;
using Kinerja.Domain.Ranking;
using Kinerja.Domain.Runs;
using Kinerja.Domain.Workforce;
using NetTopologySuite.Geometries;
using NodaTime;
using NodaTime.Text;
using Position = Kinerja.Domain.Geofencing.Position;

namespace Kinerja.Application.Tests;

/// <summary>One valid example of each thing; a test names only what it is about.</summary>
internal static class Some
{
    internal static readonly DateTimeZone Wib = DateTimeZoneProviders.Tzdb["Asia/Jakarta"];
    internal static readonly DateTimeZone Wit = DateTimeZoneProviders.Tzdb["Asia/Jayapura"];

    internal static readonly AgencyId AgencyId = AgencyId.Parse("menpanrb").Value;

    internal static readonly Actor Actor = ActorOf(AgencyId);
    internal static readonly AgencyId OtherAgencyId = AgencyId.Parse("bkn").Value;
    internal static readonly UnitId UnitId = UnitId.Parse("biro-sdm").Value;
    internal static readonly PostId PostId = PostId.Parse("analis-kebijakan").Value;
    internal static readonly GeofenceId FenceId = GeofenceId.Parse("kantor-pusat").Value;
    internal static readonly Quarter Quarter = new(2026, 1);

    /// <summary>Wednesday 4 February 2026, 07:30 WIB: the start of a working day.</summary>
    internal static readonly Instant Morning = At("2026-02-04T00:30:00Z");

    internal static readonly Position AtTheOffice = Position.Parse(-6.23, 106.816, 10).Value;

    internal static readonly ReceiptKey Key = NewKey();

    internal static readonly ReceiptSigner Receipts = new(Key, []);

    internal static readonly RankingSeals Seals = new(Key);

    private static readonly GeometryFactory Factory = new(new PrecisionModel(), 4326);

    private static ReceiptKey NewKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return ReceiptKey.FromPem(key.ExportPkcs8PrivateKeyPem());
    }

    /// <summary>The condition that this version stands; none without one.</summary>
    internal static VersionCondition? Standing(int? version) =>
        version is { } standing ? VersionCondition.On(standing) : null;

    internal static Instant At(string utc) => InstantPattern.ExtendedIso.Parse(utc).Value;

    internal static EmployeeId Person(string id = "peg-0001") => EmployeeId.Parse(id).Value;

    internal static ClientId Client(string id = "checkin-0001") => ClientId.Parse(id).Value;

    internal static Score Score(decimal value) => Domain.Score.Parse(value, "/score").Value;

    internal static Agency Agency(DateTimeZone? zone = null) => new(AgencyId, "Kementerian PANRB", zone ?? Wib);

    internal static OrganisationUnit Unit() => new(UnitId, "Biro SDM", null, Wib, Person("peg-head"), false);

    internal static Employee Employee(string id = "peg-0001", string? rater = "peg-head") =>
        new(Person(id), UnitId, EmploymentKind.Pns, rater is null ? null : Person(rater), true);

    /// <summary>Through time, in the one unit there is.</summary>
    internal static PersonTimeline Timeline(Employment employment) => new(
        employment,
        new Dictionary<UnitId, History<OrganisationUnit>> { [UnitId] = History<OrganisationUnit>.Always(Unit()) },
        Agency().BeganOn);

    internal static Post Post(bool flexibleWork = true) =>
        new(PostId, "Analis Kebijakan", "policy-analysis", flexibleWork);

    /// <summary>A day a week elsewhere, in the first quarter of 2026.</summary>
    internal static EntitlementCommand EntitlementCommand(EntitlementKind kind = EntitlementKind.FlexiblePlace) => new(
        kind,
        new LocalDate(2026, 1, 1),
        new LocalDate(2026, 4, 1),
        kind == EntitlementKind.FlexibleStart ? new LocalTime(8, 30) : null,
        kind == EntitlementKind.FlexiblePlace ? 1 : null,
        null,
        "ranking 2025-Q4",
        Person("peg-head"));

    internal static MultiPolygon Box(double west, double south, double east, double north) =>
        Factory.CreateMultiPolygon([Factory.CreatePolygon(
            [new(west, south), new(east, south), new(east, north), new(west, north), new(west, south)])]);

    /// <summary>Many corners around a centre; the last point repeats the first.</summary>
    internal static MultiPolygon Wheel(int vertices, double radius = 0.01)
    {
        var ring = new Coordinate[vertices];
        for (var i = 0; i < vertices - 1; i++)
        {
            var angle = 2 * Math.PI * i / (vertices - 1);
            ring[i] = new Coordinate(106.8 + (radius * Math.Cos(angle)), -6.2 + (radius * Math.Sin(angle)));
        }

        ring[^1] = ring[0].Copy();
        return Factory.CreateMultiPolygon([Factory.CreatePolygon(ring)]);
    }

    internal static Geofence Fence(int version = 1, MultiPolygon? area = null, string name = "Kantor Pusat") =>
        new(FenceId, version, name, GeofenceKind.Office, Wib, null, null, Geofence.DefaultInsideThreshold,
            GeofenceScope.Everybody, area ?? Box(106.8125, -6.234375, 106.8203125, -6.2265625));

    /// <summary>One that is read at once.</summary>
    internal static FenceDraft Draft(Func<int, Result<Geofence>> read) =>
        new(IsDear: false, (version, _) => read(version));

    internal static SubmittedCheckIn Claim(
        string id = "checkin-0001", Instant? capturedAt = null, string person = "peg-0001") =>
        new(Client(id), AgencyId, Person(person), CheckInKind.In, capturedAt ?? Morning, capturedAt ?? Morning,
            AtTheOffice, false, "fused", "device-1");

    internal static SubmittedFeedback Feedback(string id = "note-0001") =>
        new(Client(id), AgencyId, Person("peg-head"), Person(), GiverRole.Leader, FeedbackSubject.Result,
            ExpectationLevel.Meets, "Laporan selesai tepat waktu.");

    internal static FeedbackNote Note(SubmittedFeedback? claim = null) =>
        new(claim ?? Feedback(), Quarter, Morning) { Actor = Actor.For(Person("peg-head")) };

    internal static DelegationCommand Delegation(string delegated = "peg-0001", string rater = "peg-head") =>
        new(Person(rater), Person(delegated), new(2026, 2, 1), new(2026, 3, 1), Person("peg-head"), "Cuti besar.");

    /// <summary>Held on 2 February with an action due on the 20th.</summary>
    internal static DialogueCommand Dialogue(string id = "dialog-0001", string person = "peg-0001") => new(
        Client(id),
        Person(person),
        Person("peg-head"),
        Person("peg-head"),
        new DialogueContent(
            Quarter,
            new(2026, 2, 2),
            DialoguePurpose.Clarify,
            "Dua dari tiga hasil tercapai.",
            "Data terlambat.",
            [new(Client("aksi-0001"), "Minta akses data.", Person(person), new(2026, 2, 20), ActionState.Open, null)]));

    internal static Rating Rating(
        decimal skp = 100, string rater = "peg-head", string person = "peg-0001") =>
        new(
            Quarter,
            Person(person),
            Person(rater),
            ExpectationLevel.Meets,
            ExpectationLevel.Meets,
            Score(skp),
            Score(90),
            null,
            Morning,
            Version: 1)
        {
            Actor = Actor,
        };

    internal static EvaluationRun Run(RunState state = RunState.Planned) =>
        new(AgencyId, Quarter, 1, state, 4, 1, Morning, Morning, EvaluationPolicy.Default.Version,
            RankingPolicy.Default.Version)
        {
            ObjectionPolicyVersion = ObjectionPolicy.Default.Version,
            DistributionPolicyVersion = DistributionPolicy.Default.Version,
            LineSecret = new string('a', 64),
        };

    internal static RankingLine Line(int place = 1, string person = "peg-0001") =>
        new(place, Person(person), Predicate.Good, Score(97.5m), Score(90), TopShare.In, PercentRank: 0);

    internal static Objection Objection() => new(
        new ObjectionCommand(Client("keberatan-1"), AgencyId, Quarter, Person(), "Realisasi Maret belum dihitung.", []),
        1, Person("peg-head"), Person("peg-superior"), Morning, new NodaTime.LocalDate(2026, 4, 28), "objection-2026.1",
        ObjectionState.Filed);

    internal static Actor ActorOf(AgencyId agency) => new(agency, "aplikasi-uji", Person: null, ActorProof.AppWord);
}
