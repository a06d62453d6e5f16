/* The program: loads the Python beside it and runs "-m desktop" with the arguments given.
   Built twice: with WINDOW_PROGRAM for the window (no console), without it for the console. */
#include <windows.h>
#include <shellapi.h>
#include <wchar.h>
#include <stdlib.h>

#define LONGEST_PATH 32768
#define BEFORE 7

typedef int (*python_main)(int, wchar_t **);

static const wchar_t broken[] =
    L"程序文件不完整，或者被防病毒软件拦下了。请重新安装；"
    L"如果还是不行，请把程序所在的文件夹加入防病毒软件的信任区。";

static int complain(void)
{
#ifdef WINDOW_PROGRAM
    MessageBoxW(NULL, broken, L"法治报告自检", MB_OK | MB_ICONERROR);
#else
    DWORD written;
    HANDLE out = GetStdHandle(STD_ERROR_HANDLE);
    if (!WriteConsoleW(out, broken, (DWORD)wcslen(broken), &written, NULL)) {
        char bytes[1024];
        int length = WideCharToMultiByte(CP_UTF8, 0, broken, -1, bytes, sizeof bytes, NULL, NULL);
        if (length > 1)
            WriteFile(out, bytes, length - 1, &written, NULL);
    }
#endif
    return 3;
}

static python_main load(const wchar_t *program)
{
    static wchar_t path[LONGEST_PATH + 64];
    wchar_t *end;
    HMODULE library;

    wcscpy(path, program);
    end = wcsrchr(path, L'\\');
    if (end == NULL)
        return NULL;
    wcscpy(end, L"\\python\\python311.dll");
    /* Never a DLL from the folder the program happens to be started in. */
    SetDllDirectoryW(L"");
    library = LoadLibraryExW(path, NULL, LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_DEFAULT_DIRS);
    return library == NULL ? NULL : (python_main)(void *)GetProcAddress(library, "Py_Main");
}

static int start(void)
{
    static wchar_t program[LONGEST_PATH];
    DWORD length = GetModuleFileNameW(NULL, program, LONGEST_PATH);
    int count = 0, status;
    wchar_t **given = CommandLineToArgvW(GetCommandLineW(), &count);
    wchar_t **words;
    python_main run;

    if (length == 0 || length == LONGEST_PATH || given == NULL || count < 1)
        return complain();
    run = load(program);
    words = calloc(count + BEFORE, sizeof *words);
    if (run == NULL || words == NULL)
        return complain();
    words[0] = program;
    /* UTF-8 whatever the code page; no bytecode is written; then our own start. */
    words[1] = L"-X";
    words[2] = L"utf8";
    words[3] = L"-B";
    words[4] = L"-m";
    words[5] = L"desktop";
    for (int at = 1; at < count; at++)
        words[5 + at] = given[at];
    status = run(count + 5, words);
#ifdef WINDOW_PROGRAM
    /* The window ends with 0, 2 or 3 and has spoken for itself; 1 means that Python never came that far. */
    if (status == 1 && (count < 2 || (count == 2 && given[1][0] != L'-')))
        return complain();
#endif
    return status;
}

#ifdef WINDOW_PROGRAM
int WINAPI wWinMain(HINSTANCE self, HINSTANCE before, wchar_t *line, int show)
{
    (void)self, (void)before, (void)line, (void)show;
    return start();
}
#else
int wmain(void)
{
    return start();
}
#endif
