using System.Text.RegularExpressions;

namespace Kinerja.Layout.Tests.House;

/// <summary>Whatever writes hands on who acts; what does not is named here with its reason.</summary>
public sealed partial class ActorsTests
{
    private static readonly Dictionary<string, string> WithoutActor = new()
    {
        ["PostTalentBox"] = "a statement, of which nothing is stored",
        ["TestPosition"] = "a trial",
        ["TestGeofence"] = "a trial",
        ["RepairGeofence"] = "a suggestion, of which nothing is stored",
        ["TestPolicy"] = "a trial",
        ["PostRerun"] = "a trial",
        ["PostWhatIf"] = "a trial",
        ["PostNipLookup"] = "a read whose question does not belong into an address",
        ["PostNameLookup"] = "a read whose ids may be many",
        ["PostInboxSeen"] = "a mark of the person whose inbox it is",
        ["PostPoisonReplay"] = "messages go back to their queue, and no row changes",
        ["DeleteWebhook"] = "the row is gone",
        ["DeleteRegisterSource"] = "the row is gone",
        ["DeleteSiasnAccount"] = "the row is gone",
        ["DeleteFlexibleDay"] = "the row is gone",
    };

    [Fact]
    public void Every_function_that_writes_hands_on_who_acts()
    {
        var writing = Repository.Files.Where(path => path.StartsWith("functions/Host/", StringComparison.Ordinal)
            && path.EndsWith(".cs", StringComparison.Ordinal))
            .SelectMany(path => Function().Matches(Repository.Read(path)))
            .Where(function => Writes().IsMatch(function.Value)).ToList();

        Assert.True(writing.Count > 50);
        Assert.Equal(
            WithoutActor.Keys.Order(),
            writing.Where(function => !Actor().IsMatch(function.Value)).Select(f => f.Groups[1].Value).Order());
    }

    /// <summary>From its attribute to the next one's, or to the end of the file.</summary>
    [GeneratedRegex(@"\[Function\(""(\w+)""\)\](?:(?!\[Function\().)*", RegexOptions.Singleline)]
    private static partial Regex Function();

    [GeneratedRegex(@"""(put|post|delete)""")]
    private static partial Regex Writes();

    /// <summary>By itself, or through what writes a whole list of the register.</summary>
    [GeneratedRegex(@"\b[Aa]ctor\b|\bPutAllAsync\(")]
    private static partial Regex Actor();
}
