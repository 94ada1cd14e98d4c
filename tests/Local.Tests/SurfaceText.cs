using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Kinerja.Local.Tests;

/// <summary>
/// Types and members as text. Attributes and the nullability of references are left out: official listings
/// of packages that were written before nullability say nothing about it.
/// </summary>
internal static class SurfaceText
{
    public static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => "struct",
        _ when typeof(Delegate).IsAssignableFrom(type) => "delegate",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    public static string Name(Type type)
    {
        if (type.IsByRef)
            return Name(type.GetElementType()!); // A by-ref type always has an element type.
        if (type.IsArray)
            return Name(type.GetElementType()!) + "[]"; // So has an array.
        if (Nullable.GetUnderlyingType(type) is { } value)
            return Name(value) + "?";
        if (type.IsGenericParameter)
            return type.Name;
        var name = (type.DeclaringType is { } outer ? Name(outer) : type.Namespace) + "." + type.Name.Split('`')[0];
        return type.IsGenericType
            ? $"{name}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
            : name;
    }

    /// <summary>Null for what others cannot reach and for the methods behind properties and events.</summary>
    public static string? Member(MemberInfo member) => member switch
    {
        ConstructorInfo { IsStatic: false } made when Access(made) is { } access =>
            $"{access} constructor({Parameters(made)})",
        MethodInfo { IsSpecialName: false } or MethodInfo { Name: ['o', 'p', '_', ..] } when
            (MethodInfo)member is var method && Access(method) is { } access =>
            $"{access}{Modifiers(method)} {Name(method.ReturnType)} {method.Name}{Generics(method)}"
            + $"({Parameters(method)}){Constraints(method)}",
        PropertyInfo property => Property(property),
        EventInfo happening when Access(happening.AddMethod) is { } access =>
            $"{access} event {Name(happening.EventHandlerType!)} {happening.Name}", // Events have a type.
        FieldInfo { IsPublic: true } field => $"public field {Name(field.FieldType)} {field.Name}",
        _ => null,
    };

    private static string? Property(PropertyInfo property)
    {
        var get = Access(property.GetMethod);
        var set = Access(property.SetMethod);
        if (get is null && set is null)
            return null;
        var one = (get is null ? property.SetMethod : property.GetMethod)!; // One of them is there.
        var indexes = property.GetIndexParameters();
        var index = indexes.Length == 0 ? "" : $"[{string.Join(", ", indexes.Select(Parameter))}]";
        return $"property{Modifiers(one)} {Name(property.PropertyType)} {property.Name}{index} {{"
            + (get is null ? "" : $" {get} get;") + (set is null ? "" : $" {set} {Setter(property)};") + " }";
    }

    private static string Setter(PropertyInfo property) =>
        property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) == true
            ? "init"
            : "set";

    private static string? Access(MethodBase? method) => method switch
    {
        { IsPublic: true } => "public",
        { IsFamily: true } or { IsFamilyOrAssembly: true } => "protected",
        _ => null,
    };

    private static string Modifiers(MethodInfo method)
    {
        if (method.IsStatic)
            return " static";
        if (method.GetBaseDefinition() != method)
            return " override";
        if (method.IsAbstract)
            return " abstract";
        return method is { IsVirtual: true, IsFinal: false } ? " virtual" : "";
    }

    private static string Generics(MethodInfo method) => method.IsGenericMethod
        ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>"
        : "";

    private static string Constraints(MethodInfo method) => string.Concat(method.GetGenericArguments()
        .Select(argument => (argument.Name, Words: string.Join(", ", Words(argument))))
        .Where(argument => argument.Words.Length > 0)
        .Select(argument => $" where {argument.Name} : {argument.Words}"));

    private static IEnumerable<string> Words(Type argument)
    {
        var flags = argument.GenericParameterAttributes;
        if (flags.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
            yield return "class";
        if (flags.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint))
            yield return "struct";
        else if (flags.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint))
            yield return "new()";
        foreach (var type in argument.GetGenericParameterConstraints().Where(type => type != typeof(ValueType)))
            yield return Name(type);
    }

    private static string Parameters(MethodBase method) =>
        (method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "")
        + string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var way = parameter.IsOut ? "out " : parameter.IsIn ? "in " : parameter.ParameterType.IsByRef ? "ref " : "";
        if (parameter.IsDefined(typeof(ParamArrayAttribute)))
            way = "params ";
        var standard = parameter.HasDefaultValue ? $" = {Default(parameter)}" : "";
        return $"{way}{Name(parameter.ParameterType)} {parameter.Name}{standard}";
    }

    private static string Default(ParameterInfo parameter) => parameter.DefaultValue switch
    {
        null => "default",
        string text => $"\"{text}\"",
        { } value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
