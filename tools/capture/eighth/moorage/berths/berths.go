// Package berths watches folders.
package berths

import (
	"os"
	"sync"
	"sync/atomic"
	"syscall"
)

// Quay has a watch for each folder.
type Quay struct {
	changes int64

	mu      sync.Mutex
	watches map[string]*os.File
}

// New has none.
func New() *Quay { return &Quay{watches: make(map[string]*os.File)} }

// Watch begins a watch, in place of the folder's former one.
func (q *Quay) Watch(folder string) error {
	fd, err := syscall.InotifyInit1(syscall.IN_CLOEXEC | syscall.IN_NONBLOCK)
	if err != nil {
		return os.NewSyscallError("inotify_init1", err)
	}
	events := os.NewFile(uintptr(fd), "inotify")
	if _, err := syscall.InotifyAddWatch(fd, folder, syscall.IN_CREATE); err != nil {
		events.Close()
		return os.NewSyscallError("inotify_add_watch", err)
	}
	q.mu.Lock()
	former := q.watches[folder]
	q.watches[folder] = events
	q.mu.Unlock()
	go q.read(events)
	if former != nil {
		return former.Close()
	}
	return nil
}

func (q *Quay) read(events *os.File) {
	buffer := make([]byte, 2048)
	for {
		if _, err := events.Read(buffer); err != nil {
			return
		}
		atomic.AddInt64(&q.changes, 1)
	}
}
