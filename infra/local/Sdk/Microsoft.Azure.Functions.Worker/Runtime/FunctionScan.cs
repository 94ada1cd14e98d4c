using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker.Runtime;

/// <summary>Finds the [Function] methods of the given types, and everything that is wrong with them.</summary>
internal sealed class FunctionScan
{
    private const BindingFlags AnyMethod = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public
        | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private readonly List<FunctionMethod> _functions = [];
    private readonly List<string> _faults = [];
    private readonly TriggerRules _rules;

    public FunctionScan(IEnumerable<Type> types, TriggerRules rules)
    {
        _rules = rules;
        foreach (var method in types.SelectMany(type => type.GetMethods(AnyMethod)))
        {
            if (method.GetCustomAttribute<FunctionAttribute>() is { } function)
            {
                Add(function.Name, method);
            }
        }

        var names = _functions.GroupBy(f => f.Name, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1);
        _faults.AddRange(names.Select(g => $"{g.Key}: {g.Count()} functions have this name."));
        _faults.AddRange(TriggerRules.SharedRoutes(_functions));
    }

    public IReadOnlyList<FunctionMethod> Functions => _functions;

    public IReadOnlyList<string> Faults => _faults;

    private void Add(string name, MethodInfo method)
    {
        var triggers = method.GetParameters()
            .Select(p => (Parameter: p, Trigger: p.GetCustomAttribute<TriggerBindingAttribute>()))
            .Where(p => p.Trigger is not null)
            .ToList();
        var before = _faults.Count;
        void Fault(string text) => _faults.Add($"{name} ({method.DeclaringType!.Name}.{method.Name}): {text}");

        CheckMethod(method, Fault);
        if (triggers.Count != 1)
        {
            Fault(triggers.Count == 0 ? "no parameter has a trigger attribute." : "only one trigger is allowed.");
            return;
        }

        var (parameter, trigger) = triggers[0];
        var retries = method.GetCustomAttributes<RetryAttribute>().ToList();
        if (retries.Count > 1)
        {
            Fault("only one retry attribute is allowed.");
        }
        else if (retries.Count == 1 && trigger is not TimerTriggerAttribute)
        {
            Fault("a retry attribute has no effect on this trigger, only on timers.");
        }

        _rules.Check(name, method, parameter, trigger!, Fault);
        if (_faults.Count == before)
        {
            _functions.Add(new FunctionMethod(name, method, parameter, trigger!, retries.SingleOrDefault()));
        }
    }

    private static void CheckMethod(MethodInfo method, Action<string> fault)
    {
        var type = method.DeclaringType!;
        if (!method.IsPublic)
        {
            fault("the method must be public.");
        }

        if (method.IsGenericMethod || type.ContainsGenericParameters)
        {
            fault("a function cannot be generic.");
        }
        else if (!method.IsStatic && (type.IsAbstract || type.GetConstructors().Length == 0))
        {
            fault("the class must have a public constructor.");
        }

        if (method.ReturnType == typeof(void) && method.IsDefined(typeof(AsyncStateMachineAttribute)))
        {
            fault("async void cannot be awaited; return Task.");
        }
    }
}
