using System.Collections;
using Microsoft.AspNetCore.Http;

namespace Microsoft.Azure.Functions.Worker.Runtime;

/// <summary>The context of one run of one function. What few functions read is made when it is read.</summary>
internal sealed class Invocation : FunctionContext
{
    /// <summary>The official key of the request in Items.</summary>
    public const string HttpContextKey = "HttpRequestContext";

    private readonly IReadOnlyDictionary<string, object?>? _bindingData;
    private readonly RetryContext? _retry;
    private IServiceProvider? _services;
    private IDictionary<object, object>? _items;
    private string? _id;
    private FeatureSet? _features;
    private ResultView? _resultView;

    public Invocation(FunctionMethod function, HttpContext http)
    {
        Function = function;
        Http = http;
        Trigger = http.Request;
        CancellationToken = http.RequestAborted;
    }

    public Invocation(
        FunctionMethod function,
        object trigger,
        IServiceProvider services,
        CancellationToken cancellationToken,
        RetryContext? retry = null,
        IReadOnlyDictionary<string, object?>? bindingData = null)
    {
        Function = function;
        Trigger = trigger;
        CancellationToken = cancellationToken;
        _services = services;
        _retry = retry;
        _bindingData = bindingData;
    }

    public FunctionMethod Function { get; }

    public HttpContext? Http { get; }

    public object Trigger { get; }

    public object? Result { get; set; }

    public InvocationResult ResultAccess => _resultView ??= new ResultView(this);

    public override string InvocationId => _id ??= Guid.NewGuid().ToString();

    public override string FunctionId => Function.Definition.Id;

    public override TraceContext TraceContext => field ??= CurrentTrace.Read(Http);

    public override BindingContext BindingContext =>
        field ??= new DataView(_bindingData ?? Http?.Request.RouteValues ?? EmptyData);

    public override RetryContext RetryContext => _retry ?? Attempt.Only;

    public override IServiceProvider InstanceServices
    {
        get => _services ??= Http!.RequestServices;
        set => _services = value;
    }

    public override FunctionDefinition FunctionDefinition => Function.Definition;

    public override IDictionary<object, object> Items
    {
        get => _items ??= new Dictionary<object, object>();
        set => _items = value;
    }

    public override IInvocationFeatures Features => _features ??= new FeatureSet(this);

    public override CancellationToken CancellationToken { get; }

    private static IReadOnlyDictionary<string, object?> EmptyData { get; } = new Dictionary<string, object?>();

    /// <summary>Finds the run behind a context that a middleware may have wrapped.</summary>
    public static Invocation Of(FunctionContext context) =>
        context as Invocation ?? context.Features.Get<Invocation>()
        ?? throw new InvalidOperationException("This context was not made by the functions host.");

    private sealed class ResultView(Invocation invocation) : InvocationResult
    {
        public override object? Value
        {
            get => invocation.Result;
            set => invocation.Result = value;
        }
    }

    private sealed class DataView(IReadOnlyDictionary<string, object?> data) : BindingContext
    {
        public override IReadOnlyDictionary<string, object?> BindingData { get; } = data;
    }

    private sealed class FeatureSet : IInvocationFeatures
    {
        private readonly Dictionary<Type, object> _features;

        public FeatureSet(Invocation invocation) =>
            _features = new() { [typeof(Invocation)] = invocation, [typeof(FunctionDefinition)] = invocation.FunctionDefinition };

        public void Set<T>(T instance)
        {
            ArgumentNullException.ThrowIfNull(instance);
            _features[typeof(T)] = instance;
        }

        public T? Get<T>() => _features.TryGetValue(typeof(T), out var feature) ? (T)feature : default;

        public IEnumerator<KeyValuePair<Type, object>> GetEnumerator() => _features.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
