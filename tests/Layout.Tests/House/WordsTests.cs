using System.Text.RegularExpressions;

namespace Kinerja.Layout.Tests.House;

/// <summary>The same words are the folders of every ring, and of two words at most one needs the other.</summary>
public sealed partial class WordsTests
{
    /// <summary>Each may use those before it. Technical rooms stand among them where they belong.</summary>
    private static readonly string[] InOrder =
    [
        "Http", "Console", "Json", "Explanations", "Tables", "Workforce", "Policies", "WorkPlans", "Feedback",
        "Calendars", "Telemetry", "Surveys", "Geofencing",
        "Events", "Notices", "Presence", "Evaluation", "Runs", "Ranking", "Reports", "Queues", "Webhooks", "FlexibleWork",
        "FollowUp", "Objections", "Intake", "Files", "Exchange",
    ];

    private static readonly Dictionary<string, string[]> TechnicalRooms = new()
    {
        ["Domain"] = [],
        ["Application"] = ["Json", "Explanations", "Tables", "Events", "Queues", "Telemetry"],
        ["Host"] = ["Http", "Console", "Events", "Queues", "Telemetry"],
    };

    /// <summary>What still goes the wrong way. Nothing may join; of Domain nothing stands here.</summary>
    private static readonly string[] KnownCircles =
    [
        "Application: Calendars needs Presence",
        "Application: Evaluation needs Runs",
        "Application: FlexibleWork needs FollowUp",
        "Application: Geofencing needs Presence",
        "Application: Policies needs Presence",
        "Application: Presence needs FlexibleWork",
        "Application: Presence needs FollowUp",
        "Application: Presence needs Queues",
        "Application: Presence needs Reports",
        "Application: Runs needs FollowUp",
        "Application: Runs needs Objections",
        "Application: Runs needs Queues",
        "Application: Runs needs Ranking",
        "Application: Tables needs Presence",
        "Application: Tables needs Workforce",
        "Application: Telemetry needs Runs",
        "Application: Workforce needs Geofencing",
        "Application: Workforce needs Policies",
    ];

    [Theory]
    [InlineData("Domain")]
    [InlineData("Application")]
    [InlineData("Host")]
    public void Every_folder_of_a_ring_is_a_word_or_a_technical_room(string ring)
    {
        var words = InOrder.Except(TechnicalRooms.Values.SelectMany(rooms => rooms)).Concat(TechnicalRooms[ring]);

        Assert.Empty(Sources(ring).Select(s => s.Word).Where(word => word.Length > 0).Distinct().Except(words));
    }

    [Theory]
    [InlineData("Domain")]
    [InlineData("Application")]
    [InlineData("Host")]
    public void A_word_needs_only_words_before_it(string ring)
    {
        var backward = Sources(ring)
            .SelectMany(source => Needs(ring, source.Path).Select(other => (source.Word, Other: other)))
            .Where(need => need.Word.Length > 0 && Place(need.Other) > Place(need.Word))
            .Select(need => $"{ring}: {need.Word} needs {need.Other}")
            .Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(KnownCircles.Where(known => known.StartsWith(ring, StringComparison.Ordinal)), backward);
    }

    /// <summary>Of what is no table: the room Events, the room Queues and the words' own queue files.</summary>
    [Fact]
    public void Only_events_and_queue_files_know_the_bus_and_the_queues() =>
        Assert.DoesNotContain(Repository.Files
            .Where(path => path.StartsWith("functions/Application/", StringComparison.Ordinal)
                && path.EndsWith(".cs", StringComparison.Ordinal))
            .Where(path => !KnowsQueues().IsMatch(path))
, path => new CodeFile(Repository.Read(path)) is var code
                && (code.Names("Azure.Messaging.ServiceBus") || code.Names("Azure.Storage.Queues")));

    /// <summary>Every word's test lies under the word's name, whatever it tests of it.</summary>
    [Theory]
    [InlineData("tests/Domain.Tests/", "WorkedExample")]
    [InlineData("tests/Application.Tests/", "Fakes Json Tables Events Queues Telemetry")]
    [InlineData("tests/Host.Tests/", "Http Console OpenApi Refusals Queues Telemetry WorkedExample")]
    public void The_folders_of_tests_are_the_words_too(string tests, string others) =>
        Assert.Empty(Repository.Files
            .Where(path => path.StartsWith(tests, StringComparison.Ordinal)
                && path.EndsWith(".cs", StringComparison.Ordinal))
            .Select(path => path[tests.Length..].Split('/'))
            .Where(parts => parts.Length > 1).Select(parts => parts[0]).Distinct()
            .Except(InOrder).Except(others.Split(' ')));

    private static int Place(string word) => Array.IndexOf(InOrder, word);

    private static IEnumerable<(string Word, string Path)> Sources(string ring) => Repository.Files
        .Where(path => path.StartsWith($"functions/{ring}/", StringComparison.Ordinal)
            && path.EndsWith(".cs", StringComparison.Ordinal))
        .Select(path => (path.Split('/') is { Length: > 3 } parts ? parts[2] : "", path));

    private static IEnumerable<string> Needs(string ring, string path) =>
        Using().Matches(Repository.Read(path)).Where(match => match.Groups[1].Value == ring)
            .Select(match => match.Groups[2].Value);

    [GeneratedRegex(@"^using (?:static )?Kinerja\.(\w+)\.(\w+)", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex(@"/(Events|Queues)/|Queue\.cs$")]
    private static partial Regex KnowsQueues();
}
