// Package notify tells about changes below a folder.
package notify

import (
	"os"
	"syscall"
)

// Watch is an instance of inotify.
type Watch struct {
	file   *os.File
	buffer [4096]byte
	Seen   chan int
}

// Add watches a folder.
func Add(folder string) (*Watch, error) {
	fd, err := syscall.InotifyInit1(syscall.IN_CLOEXEC | syscall.IN_NONBLOCK)
	if err != nil {
		return nil, err
	}
	if _, err := syscall.InotifyAddWatch(fd, folder, syscall.IN_CREATE|syscall.IN_DELETE); err != nil {
		syscall.Close(fd)
		return nil, err
	}
	w := &Watch{file: os.NewFile(uintptr(fd), "inotify"), Seen: make(chan int, 1)}
	go w.read()
	return w, nil
}

func (w *Watch) read() {
	for {
		n, err := w.file.Read(w.buffer[:])
		if err != nil {
			return
		}
		select {
		case w.Seen <- n:
		default:
		}
	}
}

// Close ends the watch.
func (w *Watch) Close() error { return w.file.Close() }
