using System.Reflection;
using Azure.Messaging.ServiceBus;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.Azure.Functions.Worker.Runtime.Http;
using Microsoft.Azure.Functions.Worker.Runtime.ServiceBus;
using Microsoft.Azure.Functions.Worker.Runtime.Timers;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Azure.Functions.Worker.Runtime;

/// <summary>What each trigger asks of its method; said all at once when the host starts.</summary>
internal sealed class TriggerRules(IConfiguration configuration, bool hasWebApplication)
{
    private static readonly Type[] MessageTypes =
        [typeof(ServiceBusReceivedMessage), typeof(string), typeof(BinaryData), typeof(byte[])];

    public void Check(
        string name, MethodInfo method, ParameterInfo parameter, TriggerBindingAttribute trigger, Action<string> fault)
    {
        switch (trigger)
        {
            case HttpTriggerAttribute http:
                CheckHttp(method, parameter, http, fault);
                return;
            case TimerTriggerAttribute timer:
                CheckTimer(parameter, timer, fault);
                break;
            case ServiceBusTriggerAttribute bus:
                CheckServiceBus(parameter, bus, fault);
                if (!LocalSettings.IsDisabled(configuration, name))
                {
                    CheckBusSettings(bus, fault);
                }

                break;
            default:
                fault($"the trigger {trigger.GetType().Name} is not known to this host.");
                return;
        }

        CheckPlainParameters(method, parameter, [], fault);
        if (Returned(method) != typeof(void))
        {
            fault($"this trigger has no use for a result of type {Returned(method).Name}.");
        }
    }

    /// <summary>Two functions that answer the same verb on the same route.</summary>
    public static IEnumerable<string> SharedRoutes(IEnumerable<FunctionMethod> functions) =>
        from function in functions
        where function.Trigger is HttpTriggerAttribute
        let trigger = (HttpTriggerAttribute)function.Trigger
        from verb in trigger.Methods is { Length: > 0 } methods ? methods : ["any"]
        group function.Name by (verb.ToLowerInvariant(), (trigger.Route ?? function.Name).ToLowerInvariant()) into same
        where same.Count() > 1
        select $"{string.Join(", ", same)}: the same route '{same.Key.Item2}' for {same.Key.Item1}.";

    private void CheckHttp(MethodInfo method, ParameterInfo parameter, HttpTriggerAttribute http, Action<string> fault)
    {
        if (!hasWebApplication)
        {
            fault("HTTP functions need ConfigureFunctionsWebApplication().");
        }

        if (parameter.ParameterType != typeof(HttpRequest))
        {
            fault($"'{parameter.Name}' must be an HttpRequest.");
        }

        var returned = Returned(method);
        if (returned != typeof(void) && !typeof(IResult).IsAssignableFrom(returned))
        {
            fault($"the result must be an IResult, not {returned.Name}.");
        }

        string[] routed = [];
        try
        {
            routed = [.. RoutePatternFactory.Parse(http.Route ?? "").Parameters.Select(p => p.Name)];
        }
        catch (RoutePatternException e)
        {
            fault($"the route '{http.Route}' cannot be read: {e.Message}");
        }

        CheckPlainParameters(method, parameter, routed, fault);
    }

    private void CheckTimer(ParameterInfo parameter, TimerTriggerAttribute timer, Action<string> fault)
    {
        if (parameter.ParameterType != typeof(TimerInfo))
        {
            fault($"'{parameter.Name}' must be a TimerInfo.");
        }

        if (!SettingText.TryResolve(configuration, timer.Schedule, out var schedule, out var missing))
        {
            fault($"the setting '{missing}' of the schedule is missing.");
        }
        else if (!CronTimes.TryParse(schedule, out _))
        {
            fault($"the schedule '{schedule}' is no cron expression of five or six fields.");
        }
    }

    private static void CheckServiceBus(ParameterInfo parameter, ServiceBusTriggerAttribute bus, Action<string> fault)
    {
        if (!MessageTypes.Contains(parameter.ParameterType))
        {
            fault($"'{parameter.Name}' must be a ServiceBusReceivedMessage, string, BinaryData or byte[].");
        }

        var explicitSettings = parameter.CustomAttributes
            .Single(a => a.AttributeType == typeof(ServiceBusTriggerAttribute)).NamedArguments;
        if (bus.IsBatched || bus.IsSessionsEnabled
            || explicitSettings.Any(a => a.MemberName == nameof(bus.AutoCompleteMessages) && a.TypedValue.Value is false))
        {
            fault("batches, sessions and settling by hand are not supported by this host.");
        }
    }

    // A function that is switched off may lack its settings.
    private void CheckBusSettings(ServiceBusTriggerAttribute bus, Action<string> fault)
    {
        foreach (var name in new[] { bus.QueueName, bus.TopicName, bus.SubscriptionName }.OfType<string>())
        {
            if (!SettingText.TryResolve(configuration, name, out _, out var missing))
            {
                fault($"the setting '{missing}' of the entity name is missing.");
            }
        }

        if (BusConnection.Find(configuration, bus.Connection) is { ConnectionString: null, Namespace: null } connection)
        {
            fault($"the connection '{connection.Name}' is neither a connection string nor a fullyQualifiedNamespace.");
        }
    }

    private static void CheckPlainParameters(
        MethodInfo method, ParameterInfo trigger, string[] routed, Action<string> fault)
    {
        foreach (var parameter in method.GetParameters().Where(p => p.Position != trigger.Position))
        {
            var type = parameter.ParameterType;
            var isRouted = routed.Contains(parameter.Name, StringComparer.OrdinalIgnoreCase);
            if (type != typeof(FunctionContext) && type != typeof(CancellationToken)
                && !(isRouted && RouteValue.Supports(type)))
            {
                fault(isRouted
                    ? $"the route value '{parameter.Name}' cannot be a {type.Name}."
                    : $"the parameter '{parameter.Name}' of type {type.Name} is bound to nothing.");
            }
        }
    }

    private static Type Returned(MethodInfo method)
    {
        var type = method.ReturnType;
        if (type == typeof(Task) || type == typeof(ValueTask))
        {
            return typeof(void);
        }

        return type.IsGenericType && type.GetGenericTypeDefinition() is var open
            && (open == typeof(Task<>) || open == typeof(ValueTask<>))
            ? type.GetGenericArguments()[0]
            : type;
    }
}
