using System.Text;
using Kinerja.Application.Json;
using Kinerja.Application.Presence.CheckIns;
using Kinerja.Domain;

namespace Kinerja.Application.Tests.Presence.CheckIns;

public sealed class RecordCheckInBatchTests
{
    private readonly World _world = new();

    [Fact]
    public async Task Answers_come_in_the_order_of_the_request()
    {
        var ids = Enumerable.Range(0, 200).Select(i => $"checkin-{i:D4}").ToList();
        var answer = (await RunAsync([.. ids.Select(id => Item(id))])).Value;
        Assert.Equal(ids, answer.Items.Select(i => i.CheckIn!.Value.Id.ToString()));
        Assert.Equal(Enumerable.Range(0, 200), answer.Items.Select(i => i.Index));
        Assert.Equal(200, _world.CheckIns.Rows.Count);
    }

    [Theory]
    [InlineData("null", "/checkIns/1")]
    [InlineData("7", "/checkIns/1")]
    [InlineData("""{"id":7}""", "/checkIns/1/id")]
    [InlineData("""{"surprise":true}""", "/checkIns/1/surprise")]
    [InlineData("""{"id":"checkin-0002","id":"checkin-0003"}""", "/checkIns/1/id")]
    public async Task A_bad_item_spoils_nothing_but_itself(string bad, string pointer)
    {
        var answer = (await RunAsync(Item("checkin-0001"), bad, Item("checkin-0009"))).Value;
        Assert.Equal([201, 400, 201], answer.Items.Select(i => i.Status));
        Assert.Equal(pointer, answer.Items[1].Problem!.Errors![0].Pointer);
        Assert.Equal(2, _world.CheckIns.Rows.Count);
    }

    [Fact]
    public async Task An_items_field_faults_are_told_by_its_index()
    {
        var bad = """
            {"id":"x","agencyId":"menpanrb","employeeId":"peg-0001","kind":"in","capturedAt":"2026-02-04T07:30:00+07:00",
             "sentAt":"2026-02-04T07:30:00","position":{"latitude":91,"longitude":1,"accuracyMetres":1}}
            """;
        var answer = (await RunAsync(bad)).Value;
        Assert.Equal(
            ["/checkIns/0/id", "/checkIns/0/sentAt", "/checkIns/0/position/latitude"],
            answer.Items[0].Problem!.Errors!.Select(e => e.Pointer));
    }

    [Fact]
    public async Task Another_agencys_item_is_refused_alone()
    {
        var answer = (await RunAsync(Item("checkin-0001", "bkn"), Item("checkin-0002"))).Value;
        Assert.Equal([403, 201], answer.Items.Select(i => i.Status));
        Assert.Equal(ProblemResponse.TypePrefix + RefusalCodes.WrongAgency, answer.Items[0].Problem!.Type);
    }

    [Fact]
    public async Task The_same_item_twice_is_stored_once()
    {
        var answer = (await RunAsync(Item("checkin-0001"), Item("checkin-0001"))).Value;
        Assert.Equal([201, 200], answer.Items.Select(i => i.Status));
        Assert.Single(_world.CheckIns.Rows);
    }

    [Fact]
    public async Task One_persons_items_are_recorded_in_their_order_whoever_else_is_in_the_batch()
    {
        for (var i = 2; i < 30; i++)
        {
            _world.Add(Some.Employee($"peg-{i:D4}"));
        }

        var items = Enumerable.Range(0, 300).Select(
            i => Item($"checkin-{i / 2:D4}", person: $"peg-{1 + (i / 2 % 29):D4}"));
        var answer = (await RunAsync([.. items])).Value;
        Assert.Equal(Enumerable.Range(0, 300).Select(i => i % 2 == 0 ? 201 : 200), answer.Items.Select(i => i.Status));
    }

    [Fact]
    public async Task All_batches_of_an_agency_together_have_eight_items_under_way_and_stall_nobody_else()
    {
        var slow = new SlowCheckIns();
        var batch = new RecordCheckInBatch(
            new RecordCheckIn(
                _world.AgencyDirectory, _world.Nips, _world.Delegations, slow, _world.Mark, _world.Clock),
            _world.Clock);
        for (var i = 2; i < 80; i++)
        {
            _world.Add(Some.Employee($"peg-{i:D4}"));
        }

        var other = Some.Employee() with { Id = Some.Person("peg-else") };
        _world.Add(Some.Agency() with { Id = Some.OtherAgencyId });
        _world.Workforce.Add(Some.OtherAgencyId, other);
        _world.Workforce.Add(Some.OtherAgencyId, Some.Unit());
        var items = Enumerable.Range(1, 60).Select(i => Item($"checkin-{i:D4}", person: $"peg-{i:D4}")).ToArray();
        var crowd = Enumerable.Range(0, 4).Select(_ => batch.ExecuteAsync(Read(items), Some.Actor, default))
            .ToList();
        await slow.EightAreInAsync();

        var elsewhere = batch.ExecuteAsync(
            Read(Item("checkin-0001", "bkn", "peg-else")), Some.ActorOf(Some.OtherAgencyId), default);
        slow.LetThrough(Some.OtherAgencyId);
        Assert.Equal(201, Assert.Single(Response((await elsewhere).Value).Items).Status);

        slow.LetThrough(Some.AgencyId);
        await Task.WhenAll(crowd);
        Assert.Equal(8, slow.MostAtOnce);
    }

    [Fact]
    public async Task A_thousand_items_are_taken_and_one_more_is_too_many()
    {
        var thousand = Enumerable.Range(0, 1000).Select(i => Item($"checkin-{i:D4}")).ToArray();
        Assert.Equal(1000, (await RunAsync(thousand)).Value.Items.Count);
        var refusal = Refused.Is(RefusalCodes.BatchTooLarge, await RunAsync([.. thousand, Item("checkin-more")]));
        Assert.Equal(RefusalKind.TooLarge, refusal.Kind);
        Assert.Equal(1000, _world.CheckIns.Rows.Count);
    }

    [Fact]
    public async Task An_empty_and_a_missing_list_are_refused()
    {
        Refused.At(await RunAsync(), "/checkIns");
        Refused.At(await _world.Batch.ExecuteAsync(new(null), Some.Actor, default), "/checkIns");
    }

    [Fact]
    public async Task Problems_speak_the_callers_language()
    {
        var body = Read("7");
        var outcomes = (await _world.Batch.ExecuteAsync(body, Some.Actor, default)).Value;
        var (english, indonesian) = (Response(outcomes), Response(outcomes, indonesian: true));
        Assert.NotEqual(english.Items[0].Problem!.Title, indonesian.Items[0].Problem!.Title);
    }

    private async Task<Result<CheckInBatchResponse>> RunAsync(params string[] items) =>
        (await _world.Batch.ExecuteAsync(Read(items), Some.Actor, default))
        .Then<CheckInBatchResponse>(outcomes => Response(outcomes));

    private static CheckInBatchResponse Response(
        IReadOnlyList<Result<RecordedCheckIn>> outcomes, bool indonesian = false) =>
        CheckInBatchResponse.Of(outcomes, Some.Receipts, indonesian);

    private static CheckInBatchRequest Read(params string[] items) => ContractReader.Read(
        Encoding.UTF8.GetBytes($$"""{"checkIns":[{{string.Join(',', items)}}]}"""),
        JsonFormat.Default.CheckInBatchRequest).Value;

    /// <summary>Captured within the same second, each at a moment of its own.</summary>
    private static string Item(string id, string agency = "menpanrb", string person = "peg-0001") => $$$"""
        {"id":"{{{id}}}","agencyId":"{{{agency}}}","employeeId":"{{{person}}}","kind":"in",
         "capturedAt":"2026-02-04T07:30:00.{{{id[^4..]}}}+07:00","sentAt":"2026-02-04T07:30:00+07:00",
         "position":{"latitude":-6.23,"longitude":106.816,"accuracyMetres":10}}
        """;
}
