using System.Collections;
using System.Reflection;

namespace Kinerja.Simulation;

/// <summary>
/// A port whose every call waits for its turn and may be the worker's last: before it, after it, or, where a list is
/// written, after the first half of the list.
/// </summary>
public class Unreliable<TPort> : DispatchProxy
    where TPort : class
{
    private static readonly MethodInfo Typed =
        typeof(Unreliable<TPort>).GetMethod(nameof(CallTypedAsync), BindingFlags.Instance | BindingFlags.NonPublic)!;

    private TPort? _inner;
    private DeterministicScheduler? _turns;
    private FaultPlan? _trouble;

    internal static TPort Over(TPort inner, DeterministicScheduler turns, FaultPlan trouble)
    {
        var port = Create<TPort, Unreliable<TPort>>();
        var proxy = (Unreliable<TPort>)(object)port;
        (proxy._inner, proxy._turns, proxy._trouble) = (inner, turns, trouble);
        return port;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var (method, arguments) = (targetMethod!, args!);
        if (method.ReturnType == typeof(Task))
        {
            return CallAsync(method, arguments);
        }

        return method.ReturnType.IsGenericType && method.ReturnType.GetGenericTypeDefinition() == typeof(Task<>)
            ? Typed.MakeGenericMethod(method.ReturnType.GenericTypeArguments).Invoke(this, [method, arguments])
            : List(method, arguments);
    }

    private async Task CallAsync(MethodInfo method, object?[] arguments)
    {
        var fate = await TurnAsync(method, arguments);
        await (Task)Call(method, arguments);
        DieIf(fate == Fault.DiesAfter, "after", method);
    }

    private async Task<T> CallTypedAsync<T>(MethodInfo method, object?[] arguments)
    {
        var fate = await TurnAsync(method, arguments);
        var result = await (Task<T>)Call(method, arguments);
        DieIf(fate == Fault.DiesAfter, "after", method);
        return result;
    }

    private object List(MethodInfo method, object?[] arguments)
    {
        DieIf(_trouble!.FateOfCall() != Fault.Lives, "before", method);
        return Call(method, arguments);
    }

    private async Task<Fault> TurnAsync(MethodInfo method, object?[] arguments)
    {
        await _turns!.ComeAsync();
        var fate = _trouble!.FateOfCall();
        DieIf(fate == Fault.DiesBefore, "before", method);
        if (fate == Fault.DiesHalfWay)
        {
            var list = Array.FindIndex(arguments, a => a is ICollection { Count: > 1 });
            if (list >= 0)
            {
                var half = (object?[])arguments.Clone();
                half[list] = FirstHalf((IEnumerable)arguments[list]!, method.GetParameters()[list].ParameterType);
                await (Task)Call(method, half);
            }

            DieIf(true, "half-way through", method);
        }

        return fate;
    }

    private object Call(MethodInfo method, object?[] arguments) => method.Invoke(_inner, arguments)!;

    private static Array FirstHalf(IEnumerable items, Type parameter)
    {
        var all = items.Cast<object>().ToList();
        var half = Array.CreateInstance(parameter.GenericTypeArguments[0], all.Count / 2);
        for (var i = 0; i < half.Length; i++)
        {
            half.SetValue(all[i], i);
        }

        return half;
    }

    private static void DieIf(bool dies, string when, MethodInfo method)
    {
        if (dies)
        {
            throw new WorkerDiedException($"{when} {typeof(TPort).Name}.{method.Name}");
        }
    }
}
