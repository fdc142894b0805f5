/* Stands in for one of this machine's programs when a Windows program under Wine calls it: qpdf.exe asks bridge.sh to run
   qpdf. Wine can start this machine's programs, but not wait for them nor hear what they say; so both go by files. */
#include <windows.h>
#include <shellapi.h>
#include <stdio.h>

typedef char *(CDECL *unix_name)(LPCWSTR);

static unix_name to_unix;

static void fail(const char *what) {
    fprintf(stderr, "bridge: %s (%lu)\n", what, GetLastError());
    ExitProcess(125);
}

/* Writes one word of the request, ended by a NUL. Paths become those of this machine. */
static void put(FILE *request, const WCHAR *word) {
    char text[8192];
    if (word[0] && word[1] == ':' && (word[2] == '\\' || word[2] == '/')) {
        char *path = to_unix(word);
        if (path) {
            fwrite(path, 1, strlen(path) + 1, request);
            return;
        }
    }
    if (!WideCharToMultiByte(CP_UTF8, 0, word, -1, text, sizeof text, NULL, NULL)) fail("a word is too long");
    if (text[0] == '/') {
        for (char *c = text; *c; c++) {
            if (*c == '\\') *c = '/';
        }
    }
    fwrite(text, 1, strlen(text) + 1, request);
}

static void relay(const WCHAR *folder, const WCHAR *name, DWORD to) {
    WCHAR path[MAX_PATH];
    char buffer[65536];
    DWORD got, put;
    swprintf(path, MAX_PATH, L"%ls\\%ls", folder, name);
    HANDLE file = CreateFileW(path, GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
    if (file == INVALID_HANDLE_VALUE) fail("no output");
    while (ReadFile(file, buffer, sizeof buffer, &got, NULL) && got > 0) {
        WriteFile(GetStdHandle(to), buffer, got, &put, NULL);
    }
    CloseHandle(file);
    DeleteFileW(path);
}

int main(void) {
    WCHAR folder[MAX_PATH], path[MAX_PATH], here[MAX_PATH], program[MAX_PATH], command[4096];
    int count, status = 125;
    WCHAR **words = CommandLineToArgvW(GetCommandLineW(), &count);
    to_unix = (unix_name)(void *)GetProcAddress(GetModuleHandleW(L"kernel32"), "wine_get_unix_file_name");
    if (!to_unix) fail("this is not Wine");

    /* The program's own name says which one is meant, its folder where bridge.sh lies. */
    GetModuleFileNameW(NULL, program, MAX_PATH);
    WCHAR *name = wcsrchr(program, '\\');
    *name++ = 0;
    *wcsrchr(name, '.') = 0;

    GetTempPathW(MAX_PATH, path);
    if (!GetTempFileNameW(path, L"hqb", 0, folder)) fail("no scratch name");
    DeleteFileW(folder);
    if (!CreateDirectoryW(folder, NULL)) fail("no scratch folder");
    swprintf(path, MAX_PATH, L"%ls\\request", folder);
    FILE *request = _wfopen(path, L"wb");
    if (!request) fail("no request");
    GetCurrentDirectoryW(MAX_PATH, here);
    put(request, here);
    put(request, name);
    for (int i = 1; i < count; i++) put(request, words[i]);
    fclose(request);

    WCHAR script[MAX_PATH], place[MAX_PATH];
    swprintf(path, MAX_PATH, L"%ls\\bridge.sh", program);
    MultiByteToWideChar(CP_UTF8, 0, to_unix(path), -1, script, MAX_PATH);
    MultiByteToWideChar(CP_UTF8, 0, to_unix(folder), -1, place, MAX_PATH);
    swprintf(command, 4096, L"bash \"%ls\" \"%ls\"", script, place);
    STARTUPINFOW start = { sizeof start };
    PROCESS_INFORMATION process;
    if (!CreateProcessW(L"\\\\?\\unix\\bin\\bash", command, NULL, NULL, FALSE, 0, NULL, NULL, &start, &process)) {
        fail("bash does not start");
    }

    swprintf(path, MAX_PATH, L"%ls\\status", folder);
    while (GetFileAttributesW(path) == INVALID_FILE_ATTRIBUTES) Sleep(2);
    FILE *done = _wfopen(path, L"rb");
    if (!done || fscanf(done, "%d", &status) != 1) fail("no status");
    fclose(done);
    relay(folder, L"out", STD_OUTPUT_HANDLE);
    relay(folder, L"err", STD_ERROR_HANDLE);
    DeleteFileW(path);
    swprintf(path, MAX_PATH, L"%ls\\request", folder);
    DeleteFileW(path);
    RemoveDirectoryW(folder);
    return status;
}
