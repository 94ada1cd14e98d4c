using System.Reflection;
using Kinerja.Host.Http;
using Kinerja.Host.Tests.OpenApi;

namespace Kinerja.Host.Tests.Refusals;

/// <summary>Each HTTP function says on itself who may call it, and the document says the same.</summary>
public sealed class FunctionDoorsTests
{
    private static readonly string[] Marks = [
        nameof(ScopeAttribute), nameof(AnyCallerAttribute), nameof(OpenToAllAttribute)
    ];

    [Fact]
    public void Each_HTTP_function_and_no_other_says_once_who_may_call_it()
    {
        var functions = typeof(KinerjaHost).Assembly.GetTypes().SelectMany(type => type.GetMethods())
            .Where(method => Attributes(method).Contains("FunctionAttribute")).ToList();

        Assert.NotEmpty(functions);
        Assert.All(functions, method =>
        {
            var http = method.GetParameters().Any(p => Attributes(p).Contains("HttpTriggerAttribute"));
            Assert.True(Attributes(method).Count(Marks.Contains) == (http ? 1 : 0), method.Name);
        });
    }

    [Fact]
    public void The_door_of_each_operation_is_the_one_that_the_document_names() =>
        Assert.All(ApiDocument.Embedded.Operations, operation =>
            Assert.Equal(new FunctionDoor(operation.Scope is null, operation.Scope), FunctionDoors.Of(operation.Id)));

    [Fact]
    public void Paths_that_lead_nowhere_ask_for_a_token_and_no_scope() =>
        Assert.Equal(
            new FunctionDoor(Open: false, Scope: null), FunctionDoors.Of(nameof(HealthFunctions.UnknownRoute)));

    /// <summary>A name that is written wrongly would shut a door that should be open.</summary>
    [Fact]
    public void What_is_open_to_people_is_named_as_the_document_names_it_and_reads_are_no_writes()
    {
        string[] Named(bool reads) =>
            [.. ApiDocument.Embedded.Operations.Where(o => (o.Method == "GET") == reads).Select(o => o.Id)];

        Assert.Empty(PersonDoors.OpenReads.Concat(PersonDoors.ListsByName.Keys)
            .Except([.. Named(reads: true), "UnknownRoute"]));
        Assert.Empty(PersonDoors.OpenWrites.Concat(PersonDoors.OfficeWrites)
            .Except([.. Named(reads: false), "UnknownRoute"]));
    }

    [Fact]
    public void A_function_that_says_nothing_lets_nobody_in() =>
        Assert.Throws<InvalidOperationException>(() => FunctionDoors.Of("CloseBucket"));

    /// <summary>By their names, so that these tests refer to no edition of the worker.</summary>
    private static IEnumerable<string> Attributes(ICustomAttributeProvider of) =>
        of.GetCustomAttributes(inherit: false).Select(attribute => attribute.GetType().Name);
}
