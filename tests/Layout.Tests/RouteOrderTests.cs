using System.Reflection;
using System.Text.RegularExpressions;

namespace Kinerja.Layout.Tests;

/// <summary>
/// Azure's router knows no "more specific first": it tries the routes of HTTP functions in the order of the functions'
/// names and takes the first that fits. The local host is more forgiving, so the names are checked here.
/// </summary>
public sealed class RouteOrderTests
{
    private static readonly List<Operation> Operations =
        [.. Assembly.Load("Kinerja.Host").GetTypes().SelectMany(type => type.GetMethods()).SelectMany(OperationsOf)
            .OrderBy(operation => operation.Name, StringComparer.OrdinalIgnoreCase)];

    [Fact]
    public void The_host_has_routes() => Assert.True(Operations.Count > 10);

    [Fact]
    public void No_function_takes_the_requests_of_one_whose_name_comes_later() =>
        Assert.All(Operations, wanted => Assert.Equal(
            wanted.Name,
            Operations.First(tried => tried.Takes(wanted.Method, wanted.Sample)).Name));

    /// <summary>By the attributes' names, so that these rules refer to no edition of the worker.</summary>
    private static IEnumerable<Operation> OperationsOf(MethodInfo method) =>
        from function in method.GetCustomAttributes()
        where function.GetType().Name == "FunctionAttribute"
        from parameter in method.GetParameters()
        from trigger in parameter.GetCustomAttributes()
        where trigger.GetType().Name == "HttpTriggerAttribute"
        let name = (string)Member(function, "Name")!
        from verb in Member(trigger, "Methods") is string[] { Length: > 0 } verbs ? verbs : ["*"]
        select new Operation(name, verb, Member(trigger, "Route") as string ?? name);

    private static object? Member(object attribute, string name) =>
        attribute.GetType().GetProperty(name)!.GetValue(attribute);

    /// <summary>A star stands for every method.</summary>
    private sealed record Operation(string Name, string Method, string Route)
    {
        private readonly Regex _pattern = new("^" + Regex.Replace(
            Route, @"\{(\*?)[^}]*\}", part => part.Groups[1].Length > 0 ? ".*" : "[^/]+") + "$",
            RegexOptions.IgnoreCase);

        /// <summary>A path that is meant for this route.</summary>
        internal string Sample => Regex.Replace(Route, @"\{[^}]*\}", "some-thing");

        internal bool Takes(string method, string path) =>
            (Method == "*" || string.Equals(Method, method, StringComparison.OrdinalIgnoreCase))
                && _pattern.IsMatch(path);
    }
}
