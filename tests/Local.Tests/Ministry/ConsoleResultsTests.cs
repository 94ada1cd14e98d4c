using System.Text.Json;
using Kinerja.Local.Ministry;

namespace Kinerja.Local.Tests.Ministry;

/// <summary>What the console's page for ministries says and gives beyond the consumers to copy from.</summary>
public sealed class ConsoleResultsTests
{
    private static readonly string[] People = ["ani", "budi", "citra"];

    [Fact]
    public async Task The_page_makes_the_table_of_both_consumers_byte_for_byte()
    {
        using var publisher = new Publisher();
        await using var api = await FakeEvents.StartAsync(publisher.Keys);
        string[] many = [.. Enumerable.Range(1, 25).Select(i => $"pegawai-{i:D4}")];
        var first = publisher.Ranking(1, many);
        api.Give([
            Publisher.Other(), .. first, .. publisher.Final(1, many, first[0]),
            publisher.Ranking(2, People, first[0])[0],
        ]);
        var tables = new HashSet<string>();
        foreach (var language in new[] { Keeper.CSharp, Keeper.JavaScript, Keeper.Console })
        {
            using var keeper = new Keeper(language, api.Address);
            var (code, output) = await keeper.ReceiveAsync();
            Assert.True(code == 1, output);
            tables.Add(string.Join('\n', keeper.Table));
        }

        Assert.Contains("\"notAssessed\":\"noRating\"", Assert.Single(tables), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_says_between_which_numbers_to_look_for_what_has_not_come()
    {
        using var publisher = new Publisher();
        var ranking = publisher.Ranking(1, People);
        var final = publisher.Final(1, People, ranking[0]);
        var forged = ranking[1] with { Data = ranking[1].Data.Replace("\"ani\"", "\"eka\"", StringComparison.Ordinal) };
        (int Number, ReceivedEvent Event)[] whole = [(1, ranking[0]), (2, ranking[1]), (3, ranking[2])];

        Assert.Equal(
            "page [[2,3],[5,5],[7,8]]",
            await SaidAsync(publisher, [(1, Publisher.Other()), (4, ranking[0]), (6, ranking[2]), (9, Another())]));
        Assert.Equal("manifest []", await SaidAsync(publisher, [(1, ranking[1]), (2, ranking[2])]));
        Assert.Equal("page []", await SaidAsync(publisher, [(4, ranking[0]), (5, forged), (8, ranking[2])]));
        Assert.Equal("finalPage [[4,4]]", await SaidAsync(publisher, [.. whole, (5, final[1])]));
        Assert.Equal("", await SaidAsync(publisher, [.. whole, (5, final[1]), (8, final[0])]));
    }

    [Fact]
    public async Task Its_CSV_has_the_table_s_people_and_nothing_that_a_spreadsheet_runs()
    {
        using var publisher = new Publisher();
        await using var api = await FakeEvents.StartAsync(publisher.Keys);
        using var keeper = new Keeper(Keeper.Console, api.Address);
        string[] people = ["ani", "=1+1", "a,b"];
        var ranking = publisher.Ranking(1, people);
        api.Give([.. ranking, .. publisher.Final(1, people, ranking[0])]);

        Assert.Equal(0, (await keeper.ReceiveAsync()).Code);

        Assert.Equal(
            "\uFEFFagency,period,employeeId,place,predicate,score,topShare,notAssessed\r\n"
                + "contoh,2026-Q1,ani,1,good,97.5,in,\r\n"
                + "contoh,2026-Q1,'=1+1,2,good,96.5,out,\r\n"
                + "contoh,2026-Q1,\"a,b\",3,good,95.5,out,\r\n"
                + "contoh,2026-Q1,zul,,,,,noRating\r\n",
            System.Text.Encoding.UTF8.GetString(
                await File.ReadAllBytesAsync(Path.Combine(keeper.Folder, "results.csv"))));
        Assert.Equal([.. people, "zul"], keeper.Table.Skip(1).Select(
            line => JsonElement.Parse(line).GetProperty("employeeId").GetString()));
    }

    /// <summary>Of no result either.</summary>
    private static ReceivedEvent Another() => Publisher.Other() with { Id = "other" };

    private static async Task<string> SaidAsync(Publisher publisher, (int Number, ReceivedEvent Event)[] events)
    {
        await using var api = await FakeEvents.StartAsync(publisher.Keys);
        using var keeper = new Keeper(Keeper.Console, api.Address);
        api.Give(events.Select(one => one.Event with { Sequence = one.Number }));
        return (await keeper.ReceiveAsync()).Output;
    }
}
