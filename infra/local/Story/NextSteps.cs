using Kinerja.AgencyApp;
using Spectre.Console;

namespace Kinerja.Local.Story;

/// <summary>
/// Commands that work, one after the other, while the local cloud is up; each says what it shows. What they keep stands
/// in <paramref name="folder"/>, as it is named in the clone's folder.
/// </summary>
internal sealed class NextSteps(
    IAnsiConsole console, Uri app, Uri issuer, string bus, Uri clock, string folder)
{
    private const string Sample = SampleAgency.BandungId;
    private const string Other = SampleAgency.JayapuraId;
    private const string Bearer = "-H \"Authorization: Bearer $TOKEN\"";
    private const string Ministry = "node infra/local/Ministry";

    internal void Print(string person, Uri phone)
    {
        var agency = $"{app}api/v1/agencies/{Sample}";
        var run = $"{agency}/runs/{QuarterStory.Period}";
        var results = $"{folder}/results";
        console.Heading("Try next, in another terminal, in the clone's folder");
        Step("A token of the sample agency, for the rest", $"TOKEN=$(curl -s '{issuer}token?agency={Sample}')");
        Step("The run: its state, its policies, until when one may object", $"curl -s {Bearer} {run}");
        Step(
            "The objection, with both sides' words and the decision",
            $"curl -s {Bearer} {agency}/objections/{QuarterStory.Period}");
        Step("How one person's result came about, step by step", $"curl -s {Bearer} {run}/evaluations/{person}");
        Step(
            "That person's line, proved against the published manifest without anybody else's",
            $"curl -s {Bearer} {run}/ranking/proofs/{person} -o /tmp/answer.json",
            $"curl -s {Bearer} {run}/ranking/manifest -o /tmp/manifest.json",
            $"{Ministry}/verify-line.mjs /tmp/answer.json /tmp/manifest.json");
        Step(
            "A check-in of your own by the sample's clock; the second line again, and it is recognised",
            $"AT=$(curl -s {app}console/settings.json | sed 's/.*\"now\":\"\\([^\"]*\\)\".*/\\1/')",
            $"curl -s {Bearer} -H 'Content-Type: application/json' {app}api/v1/check-ins -d '{CheckIn(person)}'");
        Step(
            "A sample agency's page for phones, also without a network; here the sample's clock counts",
            $"{phone}?agency={Sample}&person={person}&latitude=-6.9022&longitude=107.61855&accuracy=8");
        Step(
            "The clock 30 days later, with the timers that would have run: results become final",
            $"curl -s -X POST '{clock}clock?days=30'");
        Step(
            "Another ministry's own table of results; again at any time, it goes on from the stored number",
            $"TOKEN=$(curl -s '{issuer}token?agency=kementerian-contoh&scope=events.read%20events.of.results') "
                + $"{Ministry}/keep-results.mjs {results} {app} {Sample} {Other}",
            $"{Ministry}/keep-results.mjs {results} --table",
            $"dotnet run --project infra/local/Ministry -- {results} --table    # the same in C#");
        Step(
            "The ranking as another ministry receives it, revision 2 or later; it takes the messages, so it works once",
            $"{Ministry}/receive-ranking.mjs '{bus}' {Sample} all-events 2 {app}api/v1/receipt-keys");
    }

    /// <summary>Named by its time, so that a later one is another.</summary>
    private static string CheckIn(string person) =>
        $$"""{"id":"coba-'$(echo $AT | tr -dc 0-9 | cut -c1-14)'","agencyId":"{{Sample}}" """ +
        $$""", "employeeId":"{{person}}", "kind":"in", "capturedAt":"'$AT'", "sentAt":"'$AT'" """ +
        """, "position":{"latitude":-6.9022,"longitude":107.61855,"accuracyMetres":8} }""";

    private void Step(string what, params string[] lines)
    {
        console.MarkupLineInterpolated($"\n[grey]# {what}[/]");
        foreach (var line in lines)
        {
            // Profile width would wrap them; people copy these.
            console.Profile.Out.Writer.WriteLine(line);
        }
    }
}
