# shellcheck shell=bash
# Sourced by hil/run: what the lab needs on this machine, and the guest's root tree and start-up image, made from
# Debian packages once and kept. The tree is unpacked, not installed, so that one machine makes it for another
# architecture and nothing of this machine gets in.

lab_suite=bookworm
lab_packages=busybox-static,dbus,iperf3,iproute2,iw,kmod,network-manager,nftables,openjdk-17-jre-headless,openssh-client,openssh-server,python3-minimal,rfkill,systemd,tcpdump,udev,wpasupplicant

# lab_needs ARCH: the programs of this machine that make and start a guest.
lab_needs() {
  local missing=() emulator package
  case $1 in
    x86_64) emulator=qemu-system-x86_64 package=qemu-system-x86 ;;
    aarch64) emulator=qemu-system-aarch64 package=qemu-system-arm ;;
  esac
  if [ "$(id -u)" -ne 0 ]; then
    echo "the lab wants root: it unpacks a system's tree with its owners, and shares it with the guest" >&2
    return 1
  fi
  command -v "$emulator" >/dev/null 2>&1 || missing+=("$package")
  command -v mmdebstrap >/dev/null 2>&1 || missing+=(mmdebstrap)
  command -v depmod >/dev/null 2>&1 || missing+=(kmod)
  command -v mke2fs >/dev/null 2>&1 || missing+=(e2fsprogs)
  command -v cpio >/dev/null 2>&1 || missing+=(cpio)
  command -v flock >/dev/null 2>&1 || missing+=(util-linux)
  [ ${#missing[@]} -eq 0 ] || install_packages "${missing[@]}"
}

debian_arch() {
  case $1 in
    x86_64) echo amd64 ;;
    aarch64) echo arm64 ;;
  esac
}

# image_ready ARCH: sets image, the folder with root.ext4, vmlinuz, initramfs and kernel-version.
image_ready() {
  local arch=$1 cache=${XDG_CACHE_HOME:-$HOME/.cache}/officeos-lab key started=$SECONDS making
  key=$({
    printf '%s\n' "$lab_suite" "$arch" "$lab_packages"
    cat hil/lab/image.sh hil/lab/guest/init
  } | sha256sum | cut -c1-16)
  image=$cache/$arch-$key
  mkdir -p "$cache" || return 1
  exec {image_lock}>"$cache/$arch.lock"
  flock "$image_lock"
  if [ -f "$image/made" ]; then
    echo "image $image"
  else
    echo "making an image of $lab_suite for $arch in $image: a few minutes, once"
    making=$image.making
    rm -rf "$making" "$image"
    mkdir -p "$making"
    if ! { tree_of "$arch" "$making" && complete_tree "$making/tree" \
      && start_up_image "$making" && root_image "$making"; }; then
      echo "no image could be made; the words of the tools are in $log_folder/image.log, the last ones:" >&2
      tail -n 8 "$log_folder/image.log" >&2
      rm -rf "$making"
      return 1
    fi
    date -u +%FT%TZ >"$making/made"
    mv "$making" "$image" || return 1
    echo "image made in $((SECONDS - started)) s, $(du -sm "$image" | cut -f1) MB"
  fi
  exec {image_lock}>&-
}

tree_of() {
  local deb_arch
  deb_arch=$(debian_arch "$1")
  mmdebstrap --mode=root --variant=extract --architectures="$deb_arch" --skip=check/qemu \
    --hook-dir=/usr/share/mmdebstrap/hooks/merged-usr \
    --include="$lab_packages,linux-image-$deb_arch" "$lab_suite" "$2/tree" >"$log_folder/image.log" 2>&1
}

# What the packages' own scripts would have written, had they run, as far as the guest wants it.
complete_tree() {
  local tree=$1 version
  version=$(find "$tree/lib/modules" -mindepth 1 -maxdepth 1 -printf '%f\n' | sort -V | tail -n 1)
  [ -n "$version" ] || { echo "no kernel modules in the tree" >>"$log_folder/image.log"; return 1; }
  {
    printf 'root:x:0:0:root:/root:/bin/sh\n'
    printf 'messagebus:x:100:100::/nonexistent:/usr/sbin/nologin\n'
    printf 'sshd:x:102:65534::/run/sshd:/usr/sbin/nologin\n'
    printf 'nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin\n'
  } >"$tree/etc/passwd"
  printf 'root:x:0:\nnetdev:x:101:\nmessagebus:x:100:\nnogroup:x:65534:\n' >"$tree/etc/group"
  printf '0ff1ce050ff1ce050ff1ce050ff1ce05\n' >"$tree/etc/machine-id"
  printf '127.0.0.1 localhost\n' >"$tree/etc/hosts"
  mkdir -p "$tree"/{dev,lab,proc,results,root,run,sys,tmp,usr/local/applets}
  rm -rf "$tree/var/run"
  ln -s /run "$tree/var/run"
  [ -e "$tree/bin/sh" ] || ln -s busybox "$tree/bin/sh"
  rm -rf "$tree"/usr/share/{doc,locale,man}/* "$tree"/var/cache/apt/* "$tree"/var/lib/apt/lists/*
  depmod -b "$tree" "$version" >>"$log_folder/image.log" 2>&1 || return 1
  printf '%s\n' "$version" >"$tree/../kernel-version"
  cp "$tree/boot/vmlinuz-$version" "$tree/../vmlinuz"
}

# The tree as a disk: over 9p every start of a program would ask this machine for each of its libraries again.
root_image() {
  local made=$1 megabytes
  megabytes=$(du -sm "$made/tree" | cut -f1)
  truncate -s $((megabytes * 11 / 10 + 64))M "$made/root.ext4" || return 1
  mke2fs -q -t ext4 -O ^has_journal -m 0 -L root -d "$made/tree" "$made/root.ext4" >>"$log_folder/image.log" 2>&1 || return 1
  rm -rf "$made/tree"
}

# A busybox, the modules between it and the disk, in the order in which this kernel wants them, and init.
start_up_image() {
  local made=$1 tree=$1/tree version scratch module
  version=$(cat "$made/kernel-version")
  scratch=$made/initramfs.d
  mkdir -p "$scratch"/{bin,modules}
  cp "$tree/bin/busybox" "$scratch/bin/"
  cp hil/lab/guest/init "$scratch/init"
  chmod 755 "$scratch/init"
  for module in virtio_pci virtio_blk ext4 9pnet_virtio 9p overlay; do
    modprobe -d "$tree" -S "$version" --show-depends "$module" 2>>"$log_folder/image.log" || return 1
  done | awk '$1 == "insmod" && !seen[$2]++ { print $2 }' >"$made/modules"
  [ -s "$made/modules" ] || return 1
  while IFS= read -r module; do
    cp "$module" "$scratch/modules/" || return 1
    basename "$module" >>"$scratch/modules/order"
  done <"$made/modules"
  (cd "$scratch" && find . -print0 | sort -z | cpio --null --quiet -o -H newc | gzip -1) >"$made/initramfs" || return 1
  rm -rf "$scratch" "$made/modules"
}
