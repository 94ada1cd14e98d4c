using System.Linq.Expressions;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker.Runtime.Http;

namespace Microsoft.Azure.Functions.Worker.Runtime;

/// <summary>Compiles a function method to a delegate, so that no invocation pays for reflection.</summary>
internal static class MethodCall
{
    public static Func<object?, Invocation, ValueTask<object?>> Compile(MethodInfo method, ParameterInfo trigger)
    {
        var target = Expression.Parameter(typeof(object), "target");
        var invocation = Expression.Parameter(typeof(Invocation), "invocation");
        var arguments = method.GetParameters().Select(p => Argument(p, p.Position == trigger.Position, invocation));
        var call = method.IsStatic
            ? Expression.Call(method, arguments)
            : Expression.Call(Expression.Convert(target, method.DeclaringType!), method, arguments);

        return Expression
            .Lambda<Func<object?, Invocation, ValueTask<object?>>>(Awaitable(call), target, invocation)
            .Compile();
    }

    private static Expression Argument(ParameterInfo parameter, bool isTrigger, Expression invocation)
    {
        var type = parameter.ParameterType;
        if (isTrigger)
        {
            return Expression.Convert(Expression.Property(invocation, nameof(Invocation.Trigger)), type);
        }

        if (type == typeof(FunctionContext))
        {
            return invocation;
        }

        if (type == typeof(CancellationToken))
        {
            return Expression.Property(invocation, nameof(Invocation.CancellationToken));
        }

        return RouteValue.Read(parameter, Expression.Property(invocation, nameof(Invocation.Http)));
    }

    private static Expression Awaitable(Expression call)
    {
        var type = call.Type;
        if (type == typeof(void))
        {
            return Expression.Block(call, Expression.Default(typeof(ValueTask<object?>)));
        }

        if (type == typeof(Task) || type == typeof(ValueTask))
        {
            return Expression.Call(typeof(MethodCall), nameof(Wait), null, call);
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() is var open
            && (open == typeof(Task<>) || open == typeof(ValueTask<>)))
        {
            return Expression.Call(typeof(MethodCall), nameof(WaitFor), type.GetGenericArguments(), call);
        }

        return Expression.New(
            typeof(ValueTask<object?>).GetConstructor([typeof(object)])!, Expression.Convert(call, typeof(object)));
    }

    private static async ValueTask<object?> Wait(Task task)
    {
        await task.ConfigureAwait(false);
        return null;
    }

    private static async ValueTask<object?> Wait(ValueTask task)
    {
        await task.ConfigureAwait(false);
        return null;
    }

    private static async ValueTask<object?> WaitFor<T>(Task<T> task) => await task.ConfigureAwait(false);

    private static async ValueTask<object?> WaitFor<T>(ValueTask<T> task) => await task.ConfigureAwait(false);
}
