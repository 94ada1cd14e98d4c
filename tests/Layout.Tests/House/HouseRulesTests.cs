using System.Text.RegularExpressions;

namespace Kinerja.Layout.Tests.House;

public sealed partial class HouseRulesTests
{
    private static readonly string[] Folders = ["functions/", "infra/local/", "tests/"];

    private static IEnumerable<string> Sources => Repository.Files.Where(path =>
        path.EndsWith(".cs", StringComparison.Ordinal)
        && Folders.Any(folder => path.StartsWith(folder, StringComparison.Ordinal)));

    [Fact]
    public void Every_source_file_keeps_the_rules_of_the_house()
    {
        Assert.NotEmpty(Sources);
        var faults = Sources.SelectMany(path => HouseRules.Faults(path, Repository.Read(path))).ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public void No_two_functions_share_a_name() =>
        Assert.Empty(FunctionNames().GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1).Select(group => group.Key));

    [Theory]
    [InlineData("functions/Domain/A.cs", "namespace K;\npublic sealed class A;", null)]
    [InlineData("functions/Domain/A.cs", "namespace K { public sealed class A; }", "no file-scoped namespace")]
    [InlineData("functions/Domain/A.cs", "namespace K;\n  #region\nclass A;", "has a #region")]
    [InlineData("functions/Domain/A.cs", "namespace K;\nclass FenceManager;", "'FenceManager' says nothing")]
    [InlineData("functions/Domain/A.cs", "namespace K;\nrecord struct FenceUtils(int A);", "'FenceUtils' says nothing")]
    [InlineData("functions/Domain/FenceHelper.cs", "namespace K;\nclass A;", "'FenceHelper' says nothing")]
    [InlineData("functions/Domain/A.cs", "namespace K;\n// a class CalendarService (no)\nclass A;", null)]
    [InlineData("functions/Domain/A.cs", "namespace K;\nclass A { const string B = \"class CService {\"; }", null)]
    [InlineData("functions/Domain/A.cs", "namespace K;\nclass A { async void Run() { } }", "async void")]
    [InlineData("tests/X.Tests/A.cs", "namespace K;\nclass A { async void Run() { } }", "async void")]
    [InlineData("tests/X.Tests/A.cs", "namespace K;\nclass A { [HttpTrigger] int B; }", null)]
    [InlineData("functions/Application/A.cs", "using Microsoft.Azure.Functions.Worker;", "names the Functions worker")]
    [InlineData("tests/Host.Tests/A.cs", "using Microsoft.Azure.Functions.Worker;", "names the Functions worker")]
    [InlineData("tests/SampleApp/A.cs", "using Microsoft.Azure.Functions.Worker;", null)]
    [InlineData("functions/Host/A.cs", "using Microsoft.Azure.Functions.Worker;", null)]
    [InlineData("functions/Application/A.cs", "using Azure.Data.Tables;", "names the table client")]
    [InlineData("functions/Host/A.cs", "using Azure.Data.Tables;", "names the table client")]
    [InlineData("functions/Host/Program.cs", "using Azure.Data.Tables;", null)]
    [InlineData("functions/Application/Storage/A.cs", "using Azure.Data.Tables; // RowKey", null)]
    [InlineData("functions/Application/A.cs", "namespace K;\nclass A { string RowKey = \"\"; }", "names a table key")]
    [InlineData("tests/X.Tests/ATests.cs", "namespace K;\nclass ATests { [Fact] public void It_works() { } }", null)]
    [InlineData("tests/X.Tests/ATests.cs", "namespace K;\nclass ATests { [Fact] public void Works() { } }", "'Works' is no sentence")]
    [InlineData("tests/X.Tests/ATests.cs",
        "namespace K;\nclass A { [Theory]\n[InlineData(\"]\")]\npublic async Task Works(int a) { } }", "'Works' is no sentence")]
    [InlineData("functions/Host/A.cs", "([HttpTrigger(AuthorizationLevel.Anonymous, \"get\")] HttpRequest r)", null)]
    [InlineData("functions/Host/A.cs", "([HttpTrigger(\"get\")] HttpRequest r)", "AuthorizationLevel")]
    [InlineData("functions/Host/A.cs", "([HttpTrigger] HttpRequest r)", "AuthorizationLevel")]
    public void A_rule_speaks_when_it_should_and_only_then(string path, string source, string? fault)
    {
        var faults = HouseRules.Faults(path, source).ToList();
        if (fault is null)
        {
            Assert.Empty(faults);
        }
        else
        {
            Assert.Contains(fault, Assert.Single(faults), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("functions/Domain/A.cs", 200, 0)]
    [InlineData("functions/Domain/A.cs", 201, 1)]
    [InlineData("infra/local/A.cs", 201, 1)]
    [InlineData("tests/A.cs", 300, 0)]
    [InlineData("tests/A.cs", 301, 1)]
    public void A_file_has_at_most_so_many_lines(string path, int lines, int faults) =>
        Assert.Equal(faults, HouseRules.Faults(path, string.Concat(Enumerable.Repeat("//\n", lines))).Count());

    [Theory]
    [InlineData("a // b\nc", "a     \nc")]
    [InlineData("a /* b\n */ c", "a     \n    c")]
    [InlineData("\"a\\\"b\" c", "       c")]
    [InlineData("@\"a\"\"\\\" c", "        c")]
    [InlineData("$\"a{b[\"x\"]}{{\" c", "   {b[   ]}    c")]
    [InlineData("\"\"\"a \"b\" // \"\"\" c", "                c")]
    [InlineData("'\"' c '\\'' d", "    c      d")]
    public void Comments_and_strings_are_blanked_and_code_is_kept(string source, string code) =>
        Assert.Equal(code, CodeText.Of(source));

    private static IEnumerable<string> FunctionNames() => Sources
        .Where(path => path.StartsWith("functions/Host/", StringComparison.Ordinal))
        .SelectMany(path => Function().Matches(Repository.Read(path))).Select(m => m.Groups[1].Value.Trim('"'));

    [GeneratedRegex("""\[Function\((?:nameof\()?([\w."]+)\)""")]
    private static partial Regex Function();
}
