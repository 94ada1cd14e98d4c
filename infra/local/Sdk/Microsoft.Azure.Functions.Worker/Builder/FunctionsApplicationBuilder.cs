using Microsoft.AspNetCore.Builder;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Azure.Functions.Worker.Runtime;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Builder;

public class FunctionsApplicationBuilder : IHostApplicationBuilder, IFunctionsWorkerApplicationBuilder
{
    private readonly WebApplicationBuilder _web;
    private readonly IEnumerable<Type> _types;
    private readonly List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> _middleware = [];
    private bool _isBuilt;

    internal FunctionsApplicationBuilder(string[]? args, IEnumerable<Type> types)
    {
        _types = types;
        _web = WebDefaults.Create(args ?? []);
    }

    public IDictionary<object, object> Properties => ((IHostApplicationBuilder)_web).Properties;

    IConfigurationManager IHostApplicationBuilder.Configuration => Configuration;

    public ConfigurationManager Configuration => _web.Configuration;

    public IHostEnvironment Environment => _web.Environment;

    public ILoggingBuilder Logging => _web.Logging;

    public IMetricsBuilder Metrics => _web.Metrics;

    public IServiceCollection Services => _web.Services;

    internal bool HasWebApplication { get; set; }

    public IHost Build()
    {
        RefuseWhenBuilt();
        _isBuilt = true;
        var chain = _middleware.AsEnumerable().Reverse()
            .Aggregate<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>, FunctionExecutionDelegate>(
                FunctionCall.RunAsync, (next, middleware) => middleware(next));
        var scan = new FunctionScan(_types, new TriggerRules(Configuration, HasWebApplication));
        return FunctionsHost.Build(_web, scan, chain);
    }

    public void ConfigureContainer<TContainerBuilder>(
        IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull =>
        ((IHostApplicationBuilder)_web).ConfigureContainer(factory, configure);

    public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware)
    {
        RefuseWhenBuilt();
        _middleware.Add(middleware);
        return this;
    }

    private void RefuseWhenBuilt()
    {
        if (_isBuilt)
        {
            throw new InvalidOperationException("The application has already been built.");
        }
    }
}
