namespace Kinerja.Layout.Tests.House;

public sealed class HouseRulesTests
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
        Assert.Empty(HostFunctions.Names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1).Select(group => group.Key));

    [Theory]
    [InlineData("functions/Domain/A.cs", "namespace K;\npublic sealed class A;", null)]
    [InlineData("functions/Domain/A.cs", "namespace K { public sealed class A; }", "no file-scoped namespace")]
    [InlineData("functions/Domain/A.cs", "class StartupHook;", null)]
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
    [InlineData("infra/local/Cloud/A.cs", "using Microsoft.Azure.Functions.Worker;", "names the Functions worker")]
    [InlineData("infra/local/Cloud/BesideHost.cs", "using Microsoft.Azure.Functions.Worker;", null)]
    [InlineData("functions/Application/A.cs", "using Azure.Data.Tables;", "names the table client")]
    [InlineData("functions/Host/A.cs", "using Azure.Data.Tables;", "names the table client")]
    [InlineData("functions/Host/Program.cs", "using Azure.Data.Tables;", null)]
    [InlineData("functions/Host/Connections.cs", "using Azure.Data.Tables;", null)]
    [InlineData("functions/Application/Tables/A.cs", "using Azure.Data.Tables; // RowKey", null)]
    [InlineData("functions/Application/Runs/TableRuns.cs", "using Azure.Data.Tables;", null)]
    [InlineData("functions/Application/Runs/RunRows.cs", "namespace K;\nclass A { string RowKey = \"\"; }", null)]
    [InlineData("functions/Application/Runs/Runs.cs", "using Azure.Data.Tables;", "names the table client")]
    [InlineData("functions/Host/Runs/TableRuns.cs", "using Azure.Data.Tables;", "names the table client")]
    [InlineData("functions/Application/A.cs", "namespace K;\nclass A { string RowKey = \"\"; }", "names a table key")]
    [InlineData("tests/X.Tests/ATests.cs", "namespace K;\nclass ATests { [Fact] public void It_works() { } }", null)]
    [InlineData(
        "tests/X.Tests/ATests.cs",
        "namespace K;\nclass ATests { [Fact] public void Works() { } }",
        "'Works' is no sentence")]
    [InlineData("tests/X.Tests/ATests.cs",
        "namespace K;\nclass A { [Theory]\n[InlineData(\"]\")]\npublic async Task Works(int a) { } }",
        "'Works' is no sentence")]
    [InlineData(
        "functions/Host/A.cs", "void F([HttpTrigger(AuthorizationLevel.Anonymous, \"get\")] HttpRequest r) { }", null)]
    [InlineData("functions/Host/A.cs", "void F([HttpTrigger(\"get\")] HttpRequest r) { }", "AuthorizationLevel")]
    [InlineData("functions/Host/A.cs", "void F([HttpTrigger] HttpRequest r) { }", "AuthorizationLevel")]
    [InlineData(
        "functions/Host/A.cs",
        "void F([Worker.HttpTriggerAttribute(Name(\"x\"), AuthorizationLevel.Admin)] HttpRequest r) { }",
        null)]
    [InlineData("functions/Domain/A.cs", "namespace K;\nclass A { async static void Run() { } }", "async void")]
    [InlineData(
        "functions/Domain/A.cs",
        "namespace K;\nclass A { class\n// inside\nFenceManager { } }",
        "'FenceManager' says nothing")]
    [InlineData(
        "functions/Domain/A.cs", "namespace K;\npublic delegate void FenceManager();", "'FenceManager' says nothing")]
    [InlineData("functions/Application/A.cs", "using Azure\n  .Data.Tables;", "names the table client")]
    [InlineData(
        "functions/Application/A.cs", "using T = global::Azure.Data.Tables.TableClient;", "names the table client")]
    [InlineData("functions/Application/A.cs", "using MyAzure.Data.Tables;", null)]
    [InlineData("tests/X.Tests/ATests.cs",
        "namespace K;\nclass A { [Theory]\n[InlineData(new[] { 1 })]\npublic void Works(int[] a) { } }",
        "'Works' is no sentence")]
    [InlineData(
        "tests/X.Tests/ATests.cs",
        "namespace K;\nclass A { [Xunit.Fact] public Task<int?[]> Works() => null; }",
        "'Works' is no sentence")]
    [InlineData(
        "tests/X.Tests/ATests.cs",
        "namespace K;\nclass A { [Fact, Obsolete] private protected void Works() { } }",
        "'Works' is no sentence")]
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
    [InlineData("functions/Domain/A.cs", 250, 0)]
    [InlineData("functions/Domain/A.cs", 251, 1)]
    [InlineData("infra/local/A.cs", 251, 1)]
    [InlineData("tests/A.cs", 300, 0)]
    [InlineData("tests/A.cs", 301, 1)]
    public void A_file_has_at_most_so_many_lines(string path, int lines, int faults) =>
        Assert.Equal(faults, HouseRules.Faults(path, string.Concat(Enumerable.Repeat("//\n", lines))).Count());

    [Theory]
    [InlineData("a(/* RowKey\n */ b); // RowKey", false)]
    [InlineData("a(\"a\\\" RowKey\");", false)]
    [InlineData("a(@\"a\"\"\\ RowKey\");", false)]
    [InlineData("a(\"\"\"a \"RowKey\" // \"\"\");", false)]
    [InlineData("a('\"', \"RowKey\", '\\'');", false)]
    [InlineData("a($\"{b[\"RowKey\"]}{{RowKey}}\");", false)]
    [InlineData("a($\"{b[\"x\"]}{{{RowKey}}}\");", true)]
    [InlineData("a($\"\"\"{RowKey}\"\"\");", true)]
    [InlineData("a($$\"\"\"{RowKey}\"\"\");", false)]
    [InlineData("a($$\"\"\"{{RowKey}}\"\"\");", true)]
    [InlineData("a($@\"\"\"{RowKey:\"\"}\");", true)]
    [InlineData("a('\"', RowKey, '\"');", true)]
    public void Comments_and_strings_are_no_code_and_what_a_string_interpolates_is(string source, bool isCode) =>
        Assert.Equal(isCode, HouseRules.Faults("functions/Application/A.cs", source).Any());
}
