using Azure.Messaging.ServiceBus;
using Kinerja.Local.Ministry;
using Kinerja.Local.Processes;
using Kinerja.Local.Tests.ServiceBus;

namespace Kinerja.Local.Tests.Ministry;

/// <summary>
/// What another ministry copies to keep its own table, in C# and in JavaScript: both do the same, and so does the
/// console's page, which keeps no folder.
/// </summary>
public sealed class KeepResultsTests
{
    private static readonly string[] First = ["ani", "budi", "citra"];
    private static readonly string[] Second = ["citra", "ani", "budi"];

    public static TheoryData<string> Kept => [Keeper.CSharp, Keeper.JavaScript];

    public static TheoryData<string> All => [Keeper.CSharp, Keeper.JavaScript, Keeper.Console];

    [Theory]
    [MemberData(nameof(All))]
    public async Task The_newest_revision_counts_and_is_open_final_or_opened_again(string language)
    {
        using var publisher = new Publisher();
        await using var api = await FakeEvents.StartAsync(publisher.Keys);
        using var keeper = new Keeper(language, api.Address);
        var (first, none) = (publisher.Ranking(1, First), Publisher.Other());
        var second = publisher.Ranking(2, Second, first[0]);

        api.Give([none, .. first]);
        Assert.Equal((0, "1 open", "ani budi citra"), await StandingAsync(keeper));
        api.Give(publisher.Final(1, First, first[0]));
        Assert.Equal((0, "1 final", "ani budi citra zul:noRating"), await StandingAsync(keeper));
        api.Give(Publisher.Reopened(1));
        Assert.Equal((0, "1 reopened", "ani budi citra"), await StandingAsync(keeper));
        api.Give(second);
        Assert.Equal((0, "2 reopened", "citra ani budi"), await StandingAsync(keeper));
        api.Give(publisher.Final(2, Second, second[0], time: 2));
        Assert.Equal((0, "2 final", "citra ani budi zul:noRating"), await StandingAsync(keeper));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task What_is_final_again_without_a_revision_is_told_by_pages_of_its_own(string language)
    {
        using var publisher = new Publisher();
        await using var api = await FakeEvents.StartAsync(publisher.Keys);
        using var keeper = new Keeper(language, api.Address);
        var ranking = publisher.Ranking(1, First);
        var again = publisher.Final(1, First, ranking[0], time: 2);
        api.Give([.. ranking, .. publisher.Final(1, First, ranking[0]), Publisher.Reopened(1), again[0]]);

        Assert.Equal((1, "1 reopened; final page 2 of 2", "ani budi citra"), await StandingAsync(keeper));
        api.Give(again[1]);
        Assert.Equal((0, "1 final", "ani budi citra zul:noRating"), await StandingAsync(keeper));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task In_any_order_and_however_often_the_same_events_make_the_same_table(string language)
    {
        using var publisher = new Publisher();
        var first = publisher.Ranking(1, First);
        var second = publisher.Ranking(2, Second, first[0]);
        ReceivedEvent[] sent =
        [
            .. first, .. publisher.Final(1, First, first[0]), Publisher.Reopened(1), .. second,
            .. publisher.Final(2, Second, second[0], time: 2),
        ];
        sent = [.. sent.Select((one, i) => one with { Sequence = i + 1 })];
        var tables = new HashSet<string>();
        ReceivedEvent[] reversed = [.. sent.AsEnumerable().Reverse()];
        foreach (var order in new[] { sent, reversed, Shuffled(sent, 7), Shuffled([.. sent, .. sent], 11) })
        {
            await using var api = await FakeEvents.StartAsync(publisher.Keys);
            using var keeper = new Keeper(language, api.Address);
            api.Give(order);
            Assert.Equal(0, (await keeper.ReceiveAsync()).Code);
            if (language != Keeper.Console)
            {
                Assert.Equal(
                    sent.Length,
                    File.ReadLines(keeper.Journal).Count(line => line.Contains("sequence", StringComparison.Ordinal)));
            }

            tables.Add(string.Join('\n', keeper.Table));
        }

        Assert.Contains("\"revision\":2,\"state\":\"final\"", Assert.Single(tables), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_ranking_with_a_gap_waits_and_the_one_before_it_counts_so_long(string language)
    {
        using var publisher = new Publisher();
        await using var api = await FakeEvents.StartAsync(publisher.Keys);
        using var keeper = new Keeper(language, api.Address);
        var first = publisher.Ranking(1, First);
        var second = publisher.Ranking(2, Second, first[0]);

        api.Give(first[1], first[0]);
        Assert.Equal((1, "- waiting; page 2 of revision 1", ""), await StandingAsync(keeper));
        api.Give(first[2], second[2]);
        Assert.Equal((1, "1 open; the manifest of revision 2", "ani budi citra"), await StandingAsync(keeper));
        api.Give(second[0]);
        Assert.Equal((1, "1 open; page 1 of revision 2", "ani budi citra"), await StandingAsync(keeper));
        api.Give(second[1]);
        Assert.Equal((0, "2 open", "citra ani budi"), await StandingAsync(keeper));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task What_is_forged_is_not_in_the_table_and_told_until_the_right_bytes_come(string language)
    {
        using var publisher = new Publisher();
        using var stranger = new Publisher();
        await using var api = await FakeEvents.StartAsync(publisher.Keys);
        using var keeper = new Keeper(language, api.Address);
        var first = publisher.Ranking(1, First);
        var second = publisher.Ranking(2, Second, first[0]);
        var forged = first[1] with { Data = first[1].Data.Replace("\"ani\"", "\"eka\"", StringComparison.Ordinal) };
        var byStranger = publisher.Ranking(2, First, first[0], by: stranger)[0];

        api.Give(first[0], forged, first[2]);
        Assert.Equal((1, "- waiting; page 1 of revision 1: other bytes came", ""), await StandingAsync(keeper));
        api.Give(first[1]);
        Assert.Equal((0, "1 open", "ani budi citra"), await StandingAsync(keeper));
        api.Give(byStranger, second[1], second[2]);
        Assert.Equal(
            (1, "1 open; the manifest of revision 2: its seal does not hold", "ani budi citra"),
            await StandingAsync(keeper));
        api.Give(second[0] with { Seal = "not.a.seal" }, second[0] with { Seal = first[0].Seal, Id = "x" });
        Assert.Equal(
            (1, "1 open; the manifest of revision 2: its seal does not hold", "ani budi citra"),
            await StandingAsync(keeper));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_revision_that_replaces_another_one_than_came_is_not_taken(string language)
    {
        using var publisher = new Publisher();
        await using var api = await FakeEvents.StartAsync(publisher.Keys);
        using var keeper = new Keeper(language, api.Address);
        var (first, other) = (publisher.Ranking(1, First), publisher.Ranking(1, Second));

        api.Give([.. first, .. publisher.Ranking(2, Second, other[0])]);

        Assert.Equal(
            (1, "1 open; revision 2, which contradicts itself or the one before", "ani budi citra"),
            await StandingAsync(keeper));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Final_pages_of_another_ranking_or_of_a_stranger_make_nothing_final(string language)
    {
        using var publisher = new Publisher();
        using var stranger = new Publisher();
        var (first, other) = (publisher.Ranking(1, First), publisher.Ranking(1, Second));
        foreach (var (final, told) in new[]
        {
            (publisher.Final(1, First, other[0]), "final page 1 of 2: it belongs to another result"),
            (publisher.Final(1, ["ani", "budi", "dedi"], first[0]), "final pages that agree with the ranking"),
            (stranger.Final(1, First, first[0]), "the final pages: their seal does not hold"),
        })
        {
            await using var api = await FakeEvents.StartAsync(publisher.Keys);
            using var keeper = new Keeper(language, api.Address);
            api.Give([.. first, .. final]);

            Assert.Equal((1, $"1 open; {told}", "ani budi citra"), await StandingAsync(keeper));
        }
    }

    [Theory]
    [MemberData(nameof(Kept))]
    public async Task It_goes_on_from_the_stored_number_after_it_was_cut_off(string language)
    {
        using var publisher = new Publisher();
        await using var api = await FakeEvents.StartAsync(publisher.Keys);
        using var keeper = new Keeper(language, api.Address);
        var ranking = publisher.Ranking(1, First);
        api.Give([.. ranking, .. publisher.Final(1, First, ranking[0])]);
        api.PagesLeft = 1;

        var (code, output) = await keeper.ReceiveAsync();
        Assert.Equal(2, code);
        Assert.Contains("answered with 500", output, StringComparison.Ordinal);
        api.PagesLeft = int.MaxValue;
        await File.AppendAllTextAsync(keeper.Journal, """{"agency":"contoh","readUpTo":40""");
        Assert.Equal((0, "1 final", "ani budi citra zul:noRating"), await StandingAsync(keeper));
        Assert.Equal([0, 2, 2, 4], api.Asked);
        Assert.Equal((0, "1 final", "ani budi citra zul:noRating"), await StandingAsync(keeper));
        Assert.Equal(5, api.Asked[^1]);
    }

    [Fact]
    public async Task Each_goes_on_in_the_other_s_folder_and_both_write_and_print_the_same()
    {
        using var publisher = new Publisher();
        await using var api = await FakeEvents.StartAsync(publisher.Keys);
        using var sharp = new Keeper(Keeper.CSharp, api.Address);
        using var script = new Keeper(Keeper.JavaScript, api.Address);
        string[] many = [.. Enumerable.Range(1, 25).Select(i => $"pegawai-dengan-nama-yang-sangat-panjang-{i:D4}")];
        var first = publisher.Ranking(1, many);
        api.Give(first);
        await sharp.ReceiveAsync();
        await script.ReceiveAsync();
        Assert.Equal(sharp.Table, script.Table);
        File.Copy(sharp.Journal, script.Journal, overwrite: true);
        api.Give([.. publisher.Final(1, many, first[0]), publisher.Ranking(2, Second, first[0])[0]]);
        await sharp.ReceiveAsync();
        await script.ReceiveAsync();

        Assert.Equal(sharp.Table, script.Table);
        var printed = await sharp.PrintAsync();
        Assert.Equal(printed, await script.PrintAsync());
        Assert.Equal(1, printed.Code);
        Assert.All(printed.Output.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        Assert.Contains("       16 more: --rows 26", printed.Output, StringComparison.Ordinal);
        Assert.Equal(await sharp.PrintAsync("--rows", "26"), await script.PrintAsync("--rows", "26"));
    }

    [Theory]
    [MemberData(nameof(Kept))]
    public async Task What_the_topic_did_not_bring_is_read_over_HTTP(string language)
    {
        await NodePackages.EnsureAsync();
        using var publisher = new Publisher();
        using var folder = new TemporaryFolder();
        await using var bus = await LocalServiceBus.StartAsync(folder.Path);
        await using var api = await FakeEvents.StartAsync(publisher.Keys);
        using var keeper = new Keeper(language, api.Address);
        var ranking = publisher.Ranking(1, First);
        await using var client = new ServiceBusClient(bus.ConnectionString);
        await client.CreateSender("kinerja-events").SendMessagesAsync(ranking.Take(2).Select(MessageOf));

        var (code, output) = await keeper.ReceiveAsync(bus.ConnectionString);
        Assert.True((code, keeper.Standing) == (1, "- waiting; page 2 of revision 1"), output);
        api.Give(ranking);
        Assert.Equal((0, "1 open", "ani budi citra"), await StandingAsync(keeper));
        Assert.Empty(await client.CreateReceiver("kinerja-events", "results").PeekMessagesAsync(1));
    }

    [Theory]
    [MemberData(nameof(Kept))]
    public async Task Without_a_token_or_an_agency_it_says_how_it_is_called(string language)
    {
        using var keeper = new Keeper(language, new Uri("http://127.0.0.1:1/"));

        foreach (var (code, output) in new[]
        {
            await keeper.RunAsync(new() { ["TOKEN"] = "" }, keeper.Folder, "http://127.0.0.1:1/", "contoh"),
            await keeper.RunAsync(new() { ["TOKEN"] = "t" }, keeper.Folder, "http://127.0.0.1:1/"),
            await keeper.RunAsync([], keeper.Folder, "--table", "--rows", "-1"),
        })
        {
            Assert.Equal(2, code);
            Assert.Equal(KeepResults.Usage.ReplaceLineEndings("\n"), output);
        }

        Assert.Equal(
            "AGENCY                    PERIOD    REV  STATE     ASSESSED    NOT    TOP",
            (await keeper.PrintAsync()).Output);
    }

    private static async Task<(int Code, string Standing, string People)> StandingAsync(Keeper keeper)
    {
        var (code, output) = await keeper.ReceiveAsync();
        Assert.True(code < 2, output);
        return (code, keeper.Standing, keeper.People);
    }

    private static ServiceBusMessage MessageOf(ReceivedEvent one, int i)
    {
        var message = new ServiceBusMessage(one.Data) { MessageId = one.Id };
        message.ApplicationProperties["agency"] = one.Agency;
        message.ApplicationProperties["period"] = "2026-Q1";
        message.ApplicationProperties["type"] = one.Type;
        message.ApplicationProperties["cloudEvents_sequence"] = $"{i + 1:D12}";
        if (one.Seal is { } seal)
        {
            message.ApplicationProperties["cloudEvents_seal"] = seal;
        }

        return message;
    }

    private static ReceivedEvent[] Shuffled(ReceivedEvent[] events, int seed)
    {
        var copy = events.ToArray();
        new Random(seed).Shuffle(copy);
        return copy;
    }
}
