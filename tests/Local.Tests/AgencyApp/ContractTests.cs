using System.Text.Json;
using Kinerja.AgencyApp;
using Kinerja.Application;
using Kinerja.Application.Geofencing.GeoJson;
using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Feedback;
using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Presence.CheckIns;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Local.Tests.AgencyApp;

/// <summary>The app writes its own JSON; the API's own readers and rules say whether it is right.</summary>
public sealed class ContractTests
{
    private static readonly Dictionary<string, AgencyDirectory> Registers =
        Sample.Quarter.Setup.GroupBy(r => r.AgencyId).ToDictionary(g => g.Key, g => new AgencyDirectory([.. g]));

    /// <summary>Every batched check-in and a quarter of the others: enough to see all that may happen.</summary>
    private static readonly Lazy<IReadOnlyList<(SentCheckIn Sent, CheckIn CheckIn)>> Judged = new(() =>
        [.. Sample.FirstSent.Where((sent, i) => i % 4 == 0 || sent.Batched).Select(sent => (sent, Judge(sent)))]);

    [Fact]
    public void The_register_is_read_and_has_everybody() =>
        Assert.Equal(120, Registers.Values.Sum(register => register.People.Count));

    [Fact]
    public void Everybody_holds_a_post_of_the_agency_but_one() =>
        Assert.All(Registers.Values, register => Assert.Equal(
            register.People.Count - 1,
            register.People.Values.Count(
                p => p.PostId is { } post
                    && register.Posts[post].FlexibleWork != register.Units[p.UnitId].DirectService)));

    [Fact]
    public void The_outage_the_correction_and_its_decision_are_read()
    {
        var employee = EmployeeId.Parse("p-contoh").Value;
        Assert.Equal(
            2,
            Sent(RequestKind.Outage, JsonFormat.Default.OutageRequest).Count(
                b => b.Read(ClientId.Parse("outage-1").Value).Refusal is null));
        Assert.Equal(2, Sent(RequestKind.Correction, JsonFormat.Default.CorrectionRequest)
            .Count(b => b.Read(AgencyId.Parse("contoh").Value, employee).Refusal is null));
        Assert.Equal(
            2,
            Sent(RequestKind.CorrectionDecision, JsonFormat.Default.DayDecisionRequest).Count(
                b => b.Read().Refusal is null));

        static IEnumerable<T> Sent<T>(RequestKind kind, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
            where T : notnull => Sample.Requests.Where(r => r.Kind == kind).Select(r => Body(r.Json, type));
    }

    [Fact]
    public void Every_fence_is_accepted() =>
        Assert.All(Registers.Values, register => Assert.Equal(5, register.Fences.Count));

    [Fact]
    public void No_check_in_is_refused() => Assert.True(Judged.Value.Count > Sample.FirstSent.Count / 4);

    [Fact]
    public void Most_check_ins_are_inside_and_some_are_anything_else()
    {
        var placements = Judged.Value.CountBy(j => j.CheckIn.Verdict.Placement).ToDictionary();
        var all = Judged.Value.Count;
        Assert.InRange(placements[Placement.Inside], 0.95 * all, 0.98 * all);
        Assert.InRange(placements[Placement.Outside], 0.01 * all, 0.035 * all);
        Assert.InRange(placements[Placement.Uncertain], 1, 0.015 * all);
        Assert.InRange(placements[Placement.Unknown], 1, 0.01 * all);
    }

    [Fact]
    public void About_a_sixth_of_the_check_ins_is_flexible_and_none_in_direct_service()
    {
        var byService = Judged.Value.ToLookup(
            j => j.Sent.Agency.Units.Single(u => u.Id == j.Sent.Owner.UnitId).DirectService,
            j => j.CheckIn.Mode);
        var flexible = (double)byService[false].Count(mode => mode == WorkMode.Flexible) / byService[false].Count();
        Assert.InRange(flexible, 0.13, 0.2);
        Assert.DoesNotContain(WorkMode.Flexible, byService[true]);
    }

    [Fact]
    public void Wrong_clocks_mocked_locations_and_late_sending_are_seen()
    {
        var reasons = Judged.Value.SelectMany(j => j.CheckIn.Reasons).ToHashSet();
        Assert.Superset(
            new HashSet<CheckInReason>
            {
                CheckInReason.DeviceClockCorrected,
                CheckInReason.MockLocationReported,
                CheckInReason.SentLate
            },
            reasons);
        Assert.All(
            Judged.Value.Where(j => j.CheckIn.Reasons.Contains(CheckInReason.SentLate)),
            j => Assert.True(j.Sent.Batched));
    }

    [Fact]
    public void Days_off_and_hours_are_those_of_2026()
    {
        Assert.All(Sample.Quarter.Days, day =>
        {
            var date = LocalDate.FromDateOnly(day);
            Assert.Equal(Year2026.Calendar.IsWorkingDay(date), WorkDays.IsWorked(day));
            if (Year2026.Hours.HoursOn(date) is { } hours)
            {
                Assert.Equal((hours.Start.ToTimeOnly(), hours.End.ToTimeOnly()), WorkDays.HoursOn(day));
            }
        });
    }

    [Fact]
    public void Every_feedback_note_is_given_by_somebody_who_may()
    {
        Assert.All(Sample.Requests.Where(r => r.Kind == RequestKind.Feedback), request =>
        {
            var claim = Body(request.Json, JsonFormat.Default.FeedbackRequest).Read().Value;
            var (agency, people) = (Registers[request.AgencyId].Agency, Registers[request.AgencyId].People);
            var at = Instant.FromUtc(2026, 2, 2, 2, 0);
            var note = new FeedbackNote(claim, Quarter.Of(at, agency.Zone), at);
            Assert.Null(
                FeedbackRules.Accept(
                    note, people[claim.GiverId], people[claim.ReceiverId], [], new LocalDate(2026, 2, 2)).Refusal);
        });
    }

    [Fact]
    public void Every_rating_is_given_by_the_rater_of_record()
    {
        Assert.All(Sample.Requests.Where(r => r.Kind == RequestKind.Rating), request =>
        {
            var register = Registers[request.AgencyId];
            var employee = register.People[EmployeeId.Parse(request.Path.Split('/')[^1]).Value];
            var claim = Body(
                request.Json, JsonFormat.Default.RatingRequest).Read(new Quarter(2026, 1), employee.Id).Value;
            var actor = App(register.Agency).For(claim.RaterId);
            var rating = claim with { RatedAt = Instant.FromUtc(2026, 3, 31, 2, 0), Version = 1, Actor = actor };
            Assert.Null(RatingRules.Accept(rating, null, employee, [], register.Agency).Refusal);
        });
    }

    [Fact]
    public void Every_unit_gets_its_performance_from_the_head_of_the_agency()
    {
        var sent = Sample.Requests.Where(r => r.Kind == RequestKind.UnitPerformance).ToList();
        Assert.Equal(8, sent.Select(r => r.Path).Distinct().Count());
        Assert.All(sent, request => Assert.Equal(
            Sample.Quarter.Agencies.Single(a => a.Id == request.AgencyId).HeadId,
            Body(request.Json, JsonFormat.Default.UnitPerformanceRequest).Read().Value.SetBy.ToString()));
    }

    private static Actor App(Agency agency) => new(agency.Id, "aplikasi-uji", Person: null, ActorProof.AppWord);

    private static CheckIn Judge(SentCheckIn sent)
    {
        var register = Registers[sent.Request.AgencyId];
        var claim = ContractReader.Read(sent.Json, JsonFormat.Default.CheckInRequest, "").Value.Read().Value.Claim;
        var employee = register.People[claim.EmployeeId];
        return CheckInRules.Judge(
            claim, employee, register.Units[employee.UnitId], register.Map, CheckInPolicy.Default,
            Instant.FromDateTimeOffset(sent.At)).Value;
    }

    private static T Body<T>(string json, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        where T : notnull => ContractReader.Read(System.Text.Encoding.UTF8.GetBytes(json), type).Value;

    /// <summary>An agency as the API would know it after the setup.</summary>
    private sealed class AgencyDirectory
    {
        internal AgencyDirectory(IReadOnlyList<AgencyRequest> setup)
        {
            Agency = Body(
                One(RequestKind.Agency),
                JsonFormat.Default.RegisterAgencyRequest).Read(AgencyId.Parse(setup[0].AgencyId).Value).Value.Agency;
            Units = Body(One(RequestKind.Units), JsonFormat.Default.UnitsRequest).Read().Value
                .Select(u => u.Value).ToDictionary(u => u.Id);
            Posts = Body(One(RequestKind.Posts), JsonFormat.Default.PostsRequest).Read().Value
                .Select(p => p.Value).ToDictionary(p => p.Id);
            People = Body(One(RequestKind.Employees), JsonFormat.Default.EmployeesRequest).Read().Value
                .Select(e => e.Employee).ToDictionary(e => e.Id);
            Fences = [.. setup.Where(r => r.Kind == RequestKind.Geofence).Select(r => GeofenceReader.Read(
                JsonElement.Parse(r.Json), GeofenceId.Parse(r.Path.Split('/')[^1]).Value).Check(1).Value)];
            Map = new GeofenceMap(Fences);

            string One(RequestKind kind) => setup.Single(r => r.Kind == kind).Json;
        }

        internal Agency Agency { get; }

        internal Dictionary<UnitId, OrganisationUnit> Units { get; }

        internal Dictionary<PostId, Post> Posts { get; }

        internal Dictionary<EmployeeId, Employee> People { get; }

        internal IReadOnlyList<Geofence> Fences { get; }

        internal GeofenceMap Map { get; }
    }
}
