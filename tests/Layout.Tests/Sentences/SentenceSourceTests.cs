using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kinerja.Layout.Tests.Sentences;

/// <summary>What the search for sentences finds and what it objects to, on code made up for it.</summary>
public sealed class SentenceSourceTests
{
    [Theory]
    [InlineData("\"No.\"", "No.")]
    [InlineData("Constant", "Held.")]
    [InlineData("$\"{number} of {text}.\"", "{0} of {1}.")]
    [InlineData("$\"{number:0.0} \" + $\"of {text}.\"", "{0} of {1}.")]
    [InlineData("number > 1 ? \"Many.\" : \"One.\"", "Many.|One.")]
    [InlineData("number switch { 1 => \"One.\", _ => \"Many.\" }", "One.|Many.")]
    [InlineData("number > 1 ? (Sentence)$\"{number}.\" : \"One.\"", "{0}.|One.")]
    [InlineData("$\"First: {new Func<Sentence>(() => \"Inner.\")()}\"", "First: {0}|Inner.")]
    public void Each_way_to_say_something_is_found(string code, string expected)
    {
        var found = Of(code);
        Assert.Equal(expected, string.Join('|', found.Said.Select(said => said.Template)));
        Assert.Empty(found.Faults);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("text + \" more.\"")]
    [InlineData("number > 1 ? $\"{number} of them.\" : \"One.\"")]
    [InlineData("string.Format(\"{0} of them.\", number)")]
    [InlineData("$\"{number} {(number > 1 ? \"are\" : \"is\")} left.\"")]
    [InlineData("$\"{number} {Words}.\"")]
    [InlineData("((string)other)")]
    [InlineData("$\"{other}\".Trim()")]
    [InlineData("other += \" More.\"")]
    public void What_has_no_other_language_is_a_fault(string code) => Assert.NotEmpty(Of(code).Faults);

    [Fact]
    public void What_is_thrown_may_have_one_language() => Assert.Empty(
        Of("number > 1 ? throw new InvalidOperationException($\"Not {other}\") : \"One.\"").Faults);

    private static SentenceSource Of(string expression)
    {
        var code = $$"""
            using System;
            using Kinerja.Domain;
            static class Sample
            {
                const string Constant = "Held.";
                const string Words = "some words";
                static Sentence Say(int number, string text, Sentence other) => {{expression}};
            }
            """;
        var runtime = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var compilation = CSharpCompilation.Create(
            "Sample", [CSharpSyntaxTree.ParseText(code, path: "functions/Sample.cs")],
            runtime.Select(file => MetadataReference.CreateFromFile(file)),
            new(OutputKind.DynamicallyLinkedLibrary));
        Assert.Empty(compilation.GetDiagnostics().Where(one => one.Severity == DiagnosticSeverity.Error));
        return SentenceSource.Of(compilation);
    }
}
