using Kinerja.Domain;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Kinerja.Host.Http;

/// <summary>
/// Lets in whom an HTTP function's door allows: 401 without a valid token, 403 without the function's scope, both
/// before any body is read.
/// </summary>
internal sealed class CallerMiddleware(TokenReader tokens, PersonWall wall) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http)
        {
            var door = FunctionDoors.Of(context.FunctionDefinition.Name);
            var route = new RouteTexts(context.BindingContext.BindingData);
            http.Features.Set(route);
            if (!door.Open
                && (await AdmitAsync(http, door)
                    ?? await wall.RefusalAsync(http.Request, context.FunctionDefinition.Name, route)) is { } refusal)
            {
                context.GetInvocationResult().Value = HttpExchange.Refuse(refusal);
                return;
            }
        }

        await next(context);
    }

    private async Task<Refusal?> AdmitAsync(HttpContext http, FunctionDoor door)
    {
        if (!(await tokens.ReadAsync(http.Request.Headers.Authorization)).TryGet(out var caller, out var refusal))
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
            return refusal;
        }

        http.Features.Set(caller);
        return door.Scope is { } scope && !caller.Scopes.Contains(scope)
            ? new Refusal(RefusalKind.NotAllowed, RefusalCodes.MissingScope, $"The token lacks the scope {scope}.")
            : null;
    }
}
