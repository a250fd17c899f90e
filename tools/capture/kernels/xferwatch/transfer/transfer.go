// Package transfer shows the progress of downloads.
package transfer

import "time"

// Output takes progress.
type Output interface{ Write(line int) }

type output chan<- int

func (o output) Write(line int) { o <- line }

// Transfer is one download.
type Transfer struct{ signals chan struct{} }

type watcher struct {
	release chan struct{}
	running chan struct{}
}

// Watch writes the progress until it is released.
func (t *Transfer) Watch(to Output) *watcher {
	w := &watcher{release: make(chan struct{}), running: make(chan struct{})}
	go func() {
		defer close(w.running)
		for line := 0; ; line++ {
			to.Write(line)
			select {
			case <-time.After(5 * time.Millisecond):
			case <-w.release:
				return
			}
		}
	}()
	return w
}

// Release ends a watch.
func (t *Transfer) Release(w *watcher) {
	close(w.release)
	<-w.running
}

// Run watches a download.
func Run(int) {
	lines := make(chan int)
	go func() {
		<-lines
		<-lines
	}()
	t := &Transfer{}
	w := t.Watch(output(lines))
	time.Sleep(30 * time.Millisecond)
	t.Release(w)
}
