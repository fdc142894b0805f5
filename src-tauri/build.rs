fn main() {
    println!("cargo:rerun-if-changed=src-tauri/capabilities");
    println!("cargo:rerun-if-changed=windows/app.manifest");
    let windows = tauri_build::WindowsAttributes::new().app_manifest(include_str!("../windows/app.manifest"));
    tauri_build::try_build(
        tauri_build::Attributes::new()
            .capabilities_path_pattern("./src-tauri/capabilities/**/*")
            .windows_attributes(windows),
    )
    .expect("tauri-build reads tauri.conf.json and icons/");
}
