using System.Reflection;
using Kinerja.Host.Http;
using Kinerja.Host.Tests.OpenApi;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Tests.Refusals;

/// <summary>Each HTTP function says on itself who may call it, and the document says the same.</summary>
public sealed class FunctionDoorsTests
{
    private static readonly IReadOnlyList<(string Name, MethodInfo Method)> Functions =
    [
        .. from type in typeof(KinerjaHost).Assembly.GetTypes()
           from method in type.GetMethods()
           let name = method.GetCustomAttribute<FunctionAttribute>()?.Name
           where name is not null
           select (name, method),
    ];

    [Fact]
    public void Each_HTTP_function_and_no_other_says_once_who_may_call_it() =>
        Assert.All(Functions, function =>
        {
            var http = function.Method.GetParameters().Any(p => p.IsDefined(typeof(HttpTriggerAttribute)));
            var marks = new[] { typeof(ScopeAttribute), typeof(AnyCallerAttribute), typeof(OpenToAllAttribute) };

            Assert.True(marks.Count(function.Method.IsDefined) == (http ? 1 : 0), function.Name);
        });

    [Fact]
    public void The_door_of_each_operation_is_the_one_that_the_document_names() =>
        Assert.All(ApiDocument.Embedded.Operations, operation =>
            Assert.Equal(new FunctionDoor(operation.Scope is null, operation.Scope), FunctionDoors.Of(operation.Id)));

    [Fact]
    public void Paths_that_lead_nowhere_ask_for_a_token_and_no_scope() =>
        Assert.Equal(new FunctionDoor(Open: false, Scope: null), FunctionDoors.Of(nameof(HealthFunctions.UnknownRoute)));

    [Fact]
    public void A_function_that_says_nothing_lets_nobody_in() =>
        Assert.Throws<InvalidOperationException>(() => FunctionDoors.Of("CloseBucket"));
}
