// Package notify tells of changes in a folder.
package notify

import (
	"os"
	"sync/atomic"
	"syscall"
)

// Watcher has a descriptor of the kernel's.
type Watcher struct {
	events  *os.File
	Changes int64
}

// Open watches a folder.
func Open(folder string) (*Watcher, error) {
	fd, err := syscall.InotifyInit1(syscall.IN_CLOEXEC | syscall.IN_NONBLOCK)
	if err != nil {
		return nil, os.NewSyscallError("inotify_init1", err)
	}
	w := &Watcher{events: os.NewFile(uintptr(fd), "inotify")}
	if _, err := syscall.InotifyAddWatch(fd, folder, syscall.IN_CREATE|syscall.IN_DELETE); err != nil {
		w.events.Close()
		return nil, os.NewSyscallError("inotify_add_watch", err)
	}
	go w.read()
	return w, nil
}

// Close ends the watch.
func (w *Watcher) Close() error { return w.events.Close() }

func (w *Watcher) read() {
	buffer := make([]byte, 4096)
	for {
		if _, err := w.events.Read(buffer); err != nil {
			return
		}
		atomic.AddInt64(&w.Changes, 1)
	}
}
