//! Gives the Windows program its icon, its version and its manifest. For other systems there is nothing to do.

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=../../windows/app.manifest");
    println!("cargo:rerun-if-changed=../../icons/icon.ico");
    if std::env::var_os("CARGO_CFG_TARGET_OS").is_none_or(|system| system != "windows") {
        return;
    }
    tauri_winres::WindowsResource::new()
        .set_language(0x0804)
        .set("ProductName", "慧签")
        .set("FileDescription", "慧签命令行")
        .set("OriginalFilename", "huiqian.exe")
        .set_icon("../../icons/icon.ico")
        .set_manifest_file("../../windows/app.manifest")
        .compile_for(&["huiqian"])
        .expect("a resource compiler: windres of mingw-w64, or rc of the Windows SDK");
}
