using System.Globalization;
using Azure.Messaging.ServiceBus;

namespace Kinerja.Local.Ministry;

/// <summary>
/// Another ministry's own table of results, kept in a folder. A run takes what the topic has for it, reads over HTTP
/// what is still missing from the number on at which the last run ended, checks all of it, and writes the table. It can
/// be run again at any time, also after a crash.
/// </summary>
internal static class KeepResults
{
    internal const string Usage = """
        Receive, check and keep:  FOLDER API AGENCY...
        Print what is kept:       FOLDER --table [--rows N]

        In the environment: TOKEN, whose scopes are events.read and events.of.results. With BUS, a connection to the
        topic, its subscription "results" is emptied too; SUBSCRIPTION names another one.
        Ends with 0 when every period is whole, 1 when one waits for something, 2 when nothing could be received.
        """;

    private const int RowsShown = 10;

    internal static async Task<int> RunAsync(
        string[] args, Func<string, string?> setting, TextWriter to, CancellationToken cancel)
    {
        switch (args)
        {
            case [var folder, "--table"]:
                return Print(to, folder, RowsShown);
            case [var folder, "--table", "--rows", var number]
                when int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var rows):
                return Print(to, folder, rows);
            case [var folder, var address, _, ..]
                when Uri.TryCreate(address, UriKind.Absolute, out var api) && setting("TOKEN") is { Length: > 0 } token:
                return await ReceiveAsync(folder, api, args[2..], token, setting, to, cancel);
            default:
                to.WriteLine(Usage);
                return 2;
        }
    }

    private static async Task<int> ReceiveAsync(
        string folder, Uri api, string[] agencies, string token, Func<string, string?> setting, TextWriter to,
        CancellationToken cancel)
    {
        try
        {
            var journal = EventJournal.Open(folder);
            if (setting("BUS") is { Length: > 0 } bus)
            {
                await EventTopic.TakeAsync(bus, setting("SUBSCRIPTION") ?? "results", journal, cancel);
            }

            using var replay = new EventReplay(api, token);
            foreach (var agency in agencies)
            {
                EventPage page;
                do
                {
                    page = await replay.ReadAsync(agency, journal.ReadUpTo(agency), cancel);
                    journal.Add(agency, page);
                }
                while (page.More);
            }

            ResultsFile.Write(folder, ResultsTable.Of(journal.Events, await replay.KeysAsync(cancel)));
        }
        catch (Exception fault) when (fault is HttpRequestException or ServiceBusException)
        {
            to.WriteLine(fault.Message);
            return 2;
        }

        return Print(to, folder, rows: 0);
    }

    private static int Print(TextWriter to, string folder, int rows)
    {
        var results = ResultsFile.Read(folder);
        ResultsPrint.Print(to, results, rows);
        return results.Any(one => one.Waits.Count > 0) ? 1 : 0;
    }
}
