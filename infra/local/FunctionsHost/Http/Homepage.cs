using Microsoft.AspNetCore.Http;

namespace Kinerja.FunctionsHost.Http;

/// <summary>
/// What the host itself shows at / where no function does; nothing when AzureWebJobsDisableHomepage is set.
/// </summary>
internal static class Homepage
{
    private const string Text =
        "<!DOCTYPE html><html lang=\"en\"><head><title>Functions host</title></head><body>Your function app is up and running.</body></html>";

    public static Task AnswerAsync(HttpContext http, bool isDisabled)
    {
        if (isDisabled)
        {
            http.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        }

        http.Response.ContentType = "text/html";
        return http.Response.WriteAsync(Text, http.RequestAborted);
    }
}
