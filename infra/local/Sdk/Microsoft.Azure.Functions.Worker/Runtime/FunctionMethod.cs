using System.Reflection;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Azure.Functions.Worker.Runtime;

/// <summary>One [Function] method, with everything worked out that an invocation would otherwise look up.</summary>
internal sealed class FunctionMethod
{
    private readonly ObjectFactory? _create;
    private readonly Func<object?, Invocation, ValueTask<object?>> _call;

    public FunctionMethod(
        string name, MethodInfo method, ParameterInfo parameter, TriggerBindingAttribute trigger, RetryAttribute? retry)
    {
        Name = name;
        Trigger = trigger;
        TriggerType = parameter.ParameterType;
        Retry = retry;
        Definition = new MethodDefinition(name, method, parameter, trigger);
        _create = method.IsStatic ? null : ActivatorUtilities.CreateFactory(method.DeclaringType!, Type.EmptyTypes);
        _call = MethodCall.Compile(method, parameter);
    }

    public string Name { get; }

    public TriggerBindingAttribute Trigger { get; }

    public Type TriggerType { get; }

    public RetryAttribute? Retry { get; }

    public FunctionDefinition Definition { get; }

    public ValueTask<object?> CallAsync(FunctionContext context, Invocation invocation) =>
        _call(_create?.Invoke(context.InstanceServices, null), invocation);
}
