using System.Text.Json;
using System.Text.Json.Nodes;
using Kinerja.AgencyApp;

namespace Kinerja.Local.Tests.AgencyApp;

/// <summary>What the app in Bandung says in its own words is what the API's own body would have said.</summary>
public sealed class ArsipJsonTests
{
    private static readonly SampleAgency Agency = Sample.Quarter.Agencies.Single(agency => agency.HasAppOfItsOwn);

    private static readonly IReadOnlyList<PlannedCheckIn> Planned =
    [
        .. WorkDays.Between(WorkDays.FirstDay, WorkDays.LastDay).Where((_, i) => i % 5 == 0)
            .SelectMany(day => Agency.People.SelectMany(person => DayPlan.Of(2026, Agency, person, day))),
    ];

    [Fact]
    public void Each_check_in_is_the_same_but_for_its_id()
    {
        Assert.True(Planned.Count > 500);
        Assert.All(Planned, planned =>
        {
            var sentAt = planned.CapturedAt.AddMinutes(4);
            var own = Assert.Single(Mapped(RequestKind.CheckIn, ArsipJson.One(Agency, planned, sentAt)));

            Same(CheckInJson.One(Agency, planned, sentAt), own);
        });
    }

    [Fact]
    public void A_list_is_the_same_as_a_batch()
    {
        var items = Planned.Where(planned => planned.Person == Planned[0].Person).ToList();
        var sentAt = items[^1].CapturedAt.AddMinutes(4);
        var batch = JsonElement.Parse(CheckInJson.Batch(Agency, items, sentAt)).GetProperty("checkIns");
        var own = Mapped(RequestKind.CheckInBatch, ArsipJson.Batch(Agency, items, sentAt)).ToList();

        Assert.Equal(items.Count, own.Count);
        Assert.All(batch.EnumerateArray().Zip(own), pair => Same(pair.First.GetRawText(), pair.Second));
    }

    [Fact]
    public void Sent_again_later_a_check_in_keeps_its_id_and_no_other_has_it()
    {
        var ids = Planned.Select(planned => IdOf(planned, minutes: 4)).ToList();

        Assert.Equal(ids, Planned.Select(planned => IdOf(planned, minutes: 55)));
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    private static string IdOf(PlannedCheckIn planned, int minutes) =>
        Mapped(RequestKind.CheckIn, ArsipJson.One(Agency, planned, planned.CapturedAt.AddMinutes(minutes)))
            .Single().GetProperty("id").GetString()!;

    private static void Same(string plain, JsonElement own) => Assert.True(
        JsonNode.DeepEquals(WithoutId(plain), WithoutId(own.GetRawText())), $"{plain} came as {own}");

    private static JsonNode WithoutId(string json)
    {
        var body = JsonNode.Parse(json)!.AsObject();
        body.Remove("id");
        return body;
    }

    private static IEnumerable<JsonElement> Mapped(RequestKind kind, string json) =>
        Sample.Mapped(Routes.Intake(Agency.Id, kind, json), DateTimeOffset.UnixEpoch);
}
