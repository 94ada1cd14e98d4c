using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.AspNetCore.Http;

namespace Microsoft.Azure.Functions.Worker.Runtime.Http;

/// <summary>Binds a parameter to the route value of its name: text and what parses from text.</summary>
internal static class RouteValue
{
    private static readonly HashSet<Type> Parsed =
    [
        typeof(bool), typeof(int), typeof(long), typeof(float), typeof(double), typeof(decimal),
        typeof(Guid), typeof(DateTime), typeof(DateTimeOffset),
    ];

    public static bool Supports(Type type) =>
        type == typeof(string) || Parsed.Contains(Nullable.GetUnderlyingType(type) ?? type);

    public static Expression Read(ParameterInfo parameter, Expression http)
    {
        var type = parameter.ParameterType;
        var name = Expression.Constant(parameter.Name);
        if (type == typeof(string))
        {
            return Expression.Coalesce(
                Expression.Call(typeof(RouteValue), nameof(Text), null, http, name),
                Expression.Constant(parameter.HasDefaultValue ? parameter.DefaultValue : null, type));
        }

        var parsed = Nullable.GetUnderlyingType(type) ?? type;
        var missing = parameter.HasDefaultValue && parameter.DefaultValue is { } value
            ? Expression.Convert(Expression.Constant(value), typeof(Nullable<>).MakeGenericType(parsed))
            : (Expression)Expression.Default(typeof(Nullable<>).MakeGenericType(parsed));
        var read = Expression.Coalesce(
            Expression.Call(typeof(RouteValue), nameof(Parse), [parsed], http, name), missing);

        return type == parsed
            ? Expression.Call(typeof(RouteValue), nameof(Required), [parsed], read, name)
            : read;
    }

    private static string? Text(HttpContext http, string name) => http.Request.RouteValues[name] as string;

    private static T? Parse<T>(HttpContext http, string name)
        where T : struct, IParsable<T>
    {
        var text = Text(http, name);
        return text is null ? null
            : T.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value
            : throw new FormatException($"The route value '{name}' is no {typeof(T).Name}.");
    }

    private static T Required<T>(T? value, string name)
        where T : struct =>
        value ?? throw new InvalidOperationException($"The route has no value '{name}'.");
}
