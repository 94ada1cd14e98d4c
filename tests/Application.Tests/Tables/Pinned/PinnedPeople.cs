using Kinerja.Application.FlexibleWork;
using Kinerja.Application.Notices;
using Kinerja.Application.Policies;
using Kinerja.Application.Runs;
using Kinerja.Application.Surveys;
using Kinerja.Application.Tables;
using Kinerja.Application.Tests.Fakes;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.FlexibleWork;
using Kinerja.Domain.Surveys;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Tests.Tables.Pinned;

/// <summary>
/// Agencies with their people, who may act for whom, their policies, what they are asked, and flexible work.
/// </summary>
internal static class PinnedPeople
{
    private static readonly LocalDate NewYear = new(2026, 1, 1);

    /// <summary>Of key 00…, in its place; what is sealed once stays readable.</summary>
    internal const string SealedNip =
        "66687aadf862bd77.AAECAwQFBgcICQoLufIKYjDMv8jwSGDVzDHvPGRdyT1L0LKFU0n3kp2FA3gKCw";

    private static readonly SurveyId SurveyId = SurveyId.Parse("fwa-2026").Value;

    private static readonly Actor By = Some.Actor.For(Some.Person("peg-head"));

    private static readonly Move Moved = new(
        Some.AgencyId, Some.Person(), Some.OtherAgencyId, Some.Person("peg-bkn"), NewYear)
    {
        RecordedAt = Some.Morning,
        Actor = Some.Actor.For(Some.Person("peg-head")),
    };

    private static OrganisationUnit Below => new(
        Some.UnitId, "Biro SDM", UnitId.Parse("setjen").Value, Some.Wit, Some.Person("peg-head"), true)
    {
        HeadAs = HeadStanding.Acting,
    };

    private static Agency Ministry => new(Some.AgencyId, "Kementerian PANRB", Some.Wit)
    {
        BeganOn = new Quarter(2026, 2).FirstDay,
    };

    internal static IEnumerable<PinnedRow> Rows =>
    [
        PinnedRow.Of(
            TableNames.Agencies, "agency",
            new Written<Agency>(Ministry with { Seat = Seat.Parse(-6.2289, 106.8175).Value }, By),
            a => TableAgencies.Write(a.Value, a.By), row => new(TableAgencies.Read(row), row.Actor()!)),
        // Also each row of before there were seats.
        PinnedRow.Of(
            TableNames.Agencies, "agency without a seat", new Written<Agency>(Ministry, By),
            a => TableAgencies.Write(a.Value, a.By), row => new(TableAgencies.Read(row), row.Actor()!)),
        PinnedRow.Of(
            TableNames.Units, "unit",
            new Written<History<OrganisationUnit>>(
                History<OrganisationUnit>.Always(Some.Unit()).With(new(2026, 4, 2), Below)
                    .With(new(2026, 10, 1), Below with { HeadId = null, Active = false }),
                By),
            u => WorkforceRows.Write(Some.AgencyId, u.Value, u.By),
            row => new(WorkforceRows.ReadUnit(row), row.Actor()!)),
        PinnedRow.Of(
            TableNames.Posts, "post",
            new Written<History<Post>>(
                History<Post>.Always(Some.Post()).With(
                    new(2026, 4, 2), Some.Post(flexibleWork: false) with { Class = 11 }),
                By),
            p => WorkforceRows.Write(Some.AgencyId, p.Value, p.By),
            row => new(WorkforceRows.ReadPost(row), row.Actor()!)),
        PinnedRow.Of(
            TableNames.Employees, "employee",
            new Written<Employment>(new(
                History<Employee>.Always(Some.Employee()).With(
                    new(2026, 6, 5),
                    new(Some.Person(), Some.UnitId, EmploymentKind.Pppk, Some.Person("peg-head"), true)
                    {
                        PostId = Some.PostId,
                        Discipline = DisciplineStatus.Serving,
                    }),
                new(2019, 3, 1),
                new(2027, 12, 31))
            {
                Away = [new(new(2026, 8, 1), new(2026, 9, 1))],
            }, By),
            e => WorkforceRows.Write(Some.AgencyId, e.Value, NewYear, e.By),
            row => new(WorkforceRows.ReadEmployee(row), row.Actor()!)),
        PinnedRow.Of(
            TableNames.PersonNames, "name", new SealedName(Some.AgencyId, Some.Person(), SealedNip) { Actor = By },
            NameRows.Write, NameRows.Read),
        PinnedRow.Of(
            TableNames.Identities, "identity",
            new SealedIdentity(
                FakeIdentities.Key.HashOf(Nip.Parse("199001012020121001").Value), Some.AgencyId, Some.Person(),
                SealedNip)
            {
                Actor = By,
            },
            IdentityRows.Write, IdentityRows.Read),
        PinnedRow.Of(
            TableNames.Identities, "number of a person",
            new SealedNip(Some.AgencyId, Some.Person(), SealedNip) { Actor = By },
            IdentityRows.Write, IdentityRows.ReadOfPerson),
        PinnedRow.Of(
            TableNames.NipResolutions, "resolution",
            new NipResolution(
                Some.AgencyId, Some.Morning, By with { Agency = Some.OtherAgencyId }, "Pembayaran tunjangan.",
                AppraisalPeriod.OfYear(2026), 2, [Some.Person(), Some.Person("peg-head")], 1),
            NipResolutionRows.Write, NipResolutionRows.Read),
        PinnedRow.Of(
            TableNames.SharedNips, "shared by agencies",
            new SharedNip(FakeIdentities.Key.HashOf(Nip.Parse("199001012020121001").Value), Some.Morning),
            IdentityRows.Write, IdentityRows.ReadShared),
        PinnedRow.Of(
            TableNames.Secondments, "secondment",
            new Secondment(Some.AgencyId, Some.Person(), Some.OtherAgencyId, NewYear, new(2026, 7, 1))
            {
                Actor = Some.Actor.For(Some.Person("peg-head")),
            },
            SecondmentRows.Write, SecondmentRows.Read),
        PinnedRow.Of(
            TableNames.Moves, "move to here", Moved, m => MoveRows.Write(Some.AgencyId, m), MoveRows.Read),
        PinnedRow.Of(
            TableNames.Moves, "move away", Moved with { Withdrawn = true, Version = 2 },
            m => MoveRows.Write(Some.OtherAgencyId, m), MoveRows.Read),
        Unsent.Of(TableNames.Moves),
        PinnedRow.Of(
            TableNames.Delegations, "delegation", Some.Delegation().At(
                Some.Morning, 3, Some.Actor.For(Some.Person("peg-head"))),
            d => DelegationRows.Write(Some.AgencyId, DelegationRows.Key(d.RaterId, d.From), d), DelegationRows.Read),
        PinnedRow.Of(
            TableNames.Policies, "document",
            new PolicyDocument("check-in", NewYear, 2, Some.Morning, """{"lateAfterMinutes":5}"""u8.ToArray())
            {
                Actor = Some.Actor.For(Some.Person("peg-head")),
            },
            d => TablePolicies.Write(Some.AgencyId, d), TablePolicies.Read) with { IsVerbatim = true },
        PinnedRow.Of(
            TableNames.Policies, "national document",
            new PolicyDocument("calendar", NewYear, 1, Some.Morning, """{"basis":"SKB"}"""u8.ToArray())
            {
                Actor = Some.Actor,
                IsNational = true,
            },
            d => TablePolicies.Write(DocumentOwner.Nation, d), TablePolicies.Read) with { IsVerbatim = true },
        PinnedRow.Of(
            TableNames.Entitlements, "entitlement",
            new Entitlement(
                Some.Person(), EntitlementKind.FlexibleStart, NewYear, new(2026, 4, 1), new(8, 30, 15), 2,
                    "ranking 2025-Q4", Some.Morning)
            {
                Version = 3,
                DecidedBy = Some.Person("peg-head"),
                Actor = Some.Actor.For(Some.Person("peg-head")),
                Revoked = new(new(2026, 3, 1), "Permintaan sendiri.", Some.Morning + Duration.FromTicks(7))
                {
                    Actor = Some.Actor.For(Some.Person("peg-head")),
                },
            },
            e => EntitlementRows.Write(Some.AgencyId, e), EntitlementRows.Read),
        PinnedRow.Of(
            TableNames.Entitlements, "reward of leave",
            new Entitlement(
                Some.Person(), EntitlementKind.DayOff, NewYear, new(2026, 4, 1), null, null, "ranking 2025-Q4",
                Some.Morning)
            {
                DecidedBy = Some.Person("peg-head"),
                DaysOff = 3,
                Taken = [new(new(2026, 2, 2), new(2026, 2, 4), "800/1")],
            },
            e => EntitlementRows.Write(Some.AgencyId, e), EntitlementRows.Read),
        Unsent.Of(TableNames.Entitlements),
        PinnedRow.Of(
            TableNames.FlexibleDays, "day by person", Day, new FlexibleDayRows("menpanrb_2026").Day,
                FlexibleDayRows.Read),
        PinnedRow.Of(
            TableNames.FlexibleDays, "day by unit", Day, new FlexibleDayRows("menpanrb_2026").UnitDay,
                FlexibleDayRows.Read),
        PinnedRow.Of(
            TableNames.FlexibleDays, "count of a unit", 4,
            count => new FlexibleDayRows("menpanrb_2026").Count(Day, count), FlexibleDayRows.ReadCount),
        PinnedRow.Of(
            TableNames.FlexibleDays, "dates of a person", [new LocalDate(2026, 2, 4), new LocalDate(2026, 2, 11)],
            dates => new FlexibleDayRows("menpanrb_2026").Person(Day, dates), FlexibleDayRows.ReadDates),
        PinnedRow.Of(TableNames.Surveys, "survey", Survey, s => SurveyRows.Write(Some.AgencyId, s), SurveyRows.Read),
        PinnedRow.Of(
            TableNames.SurveyResponses, "response", Response,
            r => SurveyRows.Write(new AskedAgency(Some.AgencyId, SurveyId, Some.AgencyId), r), SurveyRows.ReadResponse),
        PinnedRow.Of(
            TableNames.SurveyResponses, "response to the nation", Response,
            r => SurveyRows.Write(new AskedAgency(DocumentOwner.Nation, SurveyId, Some.AgencyId), r),
            SurveyRows.ReadResponse),
        PinnedRow.Of(
            TableNames.Surveys, "survey of the nation", NationalSurvey,
            s => SurveyRows.Write(DocumentOwner.Nation, s), SurveyRows.Read),
        PinnedRow.Of(
            TableNames.SurveyCounts, "count of an agency",
            new AgencyCount(
                new(DocumentOwner.Nation, SurveyId, Some.AgencyId), 1, Counted, "2f73_peg-0001", IsDone: false),
            CountRows.Write, CountRows.Read),
        PinnedRow.Of(
            TableNames.SurveyCounts, "kept by an agency",
            new AgencyCount(new(Some.AgencyId, SurveyId, Some.AgencyId), 0, Counted, null, IsDone: true),
            CountRows.Write, CountRows.Read),
    ];

    private static SurveyCounts Counted => new(new Dictionary<string, IReadOnlyDictionary<string, CellCounts>>
    {
        [SurveyCounts.Responses] = new Dictionary<string, CellCounts> { ["central"] = new([12], 3) },
        ["puas"] = new Dictionary<string, CellCounts> { ["central"] = new([0, 1, 2, 3, 4], 2) },
    });

    private static Survey NationalSurvey => Survey with
    {
        Breakdown = SurveyBreakdown.Agency,
        Units = [],
        Posts = [],
        Agencies = [Some.AgencyId, Some.OtherAgencyId],
        Counted = [new(1, Some.Morning)],
    };

    private static FlexibleDay Day =>
        new(Some.Person(), Some.UnitId, new(2026, 2, 4), Some.FenceId, Some.Morning, "flexible-work-2026-01-01.1")
        {
            Actor = By,
        };

    private static Survey Survey => new(
        SurveyId, "Kerja fleksibel", NewYear, new(2026, 1, 31), SurveyBreakdown.EmploymentKind,
        [
            new("puas", QuestionKind.Scale, "Puas?", []),
            new("pola", QuestionKind.Choice, "Pola apa?", ["WFO", "Hibrida é"]),
            new("saran", QuestionKind.Text, "Saran?", []),
        ],
        [Some.UnitId], [Some.PostId])
    {
        Extensions = [new(new(2026, 1, 31), new(2026, 2, 7), "Jaringan terputus.", Some.Morning) { Actor = By }],
        Actor = Some.Actor.For(Some.Person("peg-head")),
    };

    private static SurveyResponse Response => new(
        Some.Person(), Some.UnitId, EmploymentKind.Pppk, GovernmentLevel.Local,
        [new("puas", 4, null, null), new("pola", null, "Hibrida é", null), new("saran", null, null, "Teruskan.")],
            Some.Morning)
    {
        Actor = Some.Actor.For(Some.Person("peg-head")),
    };
}
