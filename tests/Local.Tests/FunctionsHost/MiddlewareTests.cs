using Kinerja.SampleApp;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kinerja.Local.Tests.FunctionsHost;

public sealed class MiddlewareTests
{
    [Fact]
    public async Task Middleware_runs_around_the_function_in_the_order_registered()
    {
        await using var host = await StartAsync(builder =>
        {
            builder.UseMiddleware<Outer>();
            builder.UseMiddleware<Inner>();
        });

        await host.Client.GetStringAsync("/api/v1/items/1");

        Assert.Equal(["outer Show", "inner", "Show GET True", "inner done", "outer done"], host.Notes.All);
    }

    [Fact]
    public async Task Middleware_answers_in_the_functions_place()
    {
        await using var host = await StartAsync(builder =>
        {
            builder.UseMiddleware<Outer>();
            builder.UseWhen<Teapot>(context => context.FunctionDefinition.Name == "Show");
        });

        Assert.Equal(418, (int)(await host.Client.GetAsync("/api/v1/items/1")).StatusCode);
        Assert.Equal(200, (int)(await host.Client.GetAsync("/api/hello")).StatusCode);
        Assert.Equal(["outer Show", "outer done", "outer Hello", "outer done"], host.Notes.All);
    }

    [Fact]
    public async Task Middleware_replaces_what_the_function_returned()
    {
        await using var host = await StartAsync(builder => builder.UseMiddleware<Shout>());

        Assert.Equal("HELLO", await host.Client.GetStringAsync("/api/hello"));
    }

    [Fact]
    public async Task Middleware_turns_an_exception_into_an_answer()
    {
        await using var host = await StartAsync(builder => builder.UseMiddleware<Catcher>());

        Assert.Equal(409, (int)(await host.Client.GetAsync("/api/fail")).StatusCode);
    }

    [Fact]
    public async Task The_scope_of_an_invocation_is_the_scope_of_its_request()
    {
        await using var host = await StartAsync(builder =>
        {
            builder.Services.AddScoped<Scoped>();
            builder.UseMiddleware<ScopeReader>();
        });

        await host.Client.GetStringAsync("/api/hello");

        await host.Notes.WaitForAsync("disposed");
        Assert.Equal(["same", "disposed"], host.Notes.All);
    }

    internal sealed class Outer(Notes notes) : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            notes.Add(
                $"outer {context.FunctionDefinition.Name}{(context.GetHttpContext() is null ? " without request" : "")}");
            await next(context);
            notes.Add("outer done");
        }
    }

    internal sealed class Inner(Notes notes) : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            notes.Add("inner");
            await next(context);
            notes.Add("inner done");
        }
    }

    internal sealed class Teapot : IFunctionsWorkerMiddleware
    {
        public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            context.GetInvocationResult().Value = Results.StatusCode(418);
            return Task.CompletedTask;
        }
    }

    internal sealed class Shout : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            await next(context);
            Assert.IsAssignableFrom<IResult>(context.GetInvocationResult().Value);
            context.GetInvocationResult().Value = Results.Text("HELLO");
        }
    }

    internal sealed class Catcher : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            try
            {
                await next(context);
            }
            catch (InvalidOperationException)
            {
                context.GetInvocationResult().Value = Results.Conflict();
            }
        }
    }

    internal sealed class ScopeReader(Notes notes) : IFunctionsWorkerMiddleware
    {
        public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            var scoped = context.InstanceServices.GetRequiredService<Scoped>();
            notes.Add(
                scoped == context.GetHttpContext()!.RequestServices.GetRequiredService<Scoped>() ? "same" : "other");
            return next(context);
        }
    }

    internal sealed class Scoped(Notes notes) : IDisposable
    {
        public void Dispose() => notes.Add("disposed");
    }

    private static Task<SampleHost> StartAsync(Action<FunctionsApplicationBuilder> configure) =>
        SampleHost.StartAsync<HttpSamples>(new() { Configure = configure });
}
