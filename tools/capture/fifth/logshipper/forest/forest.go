// Package forest is the programs that write logs: opened, appended to and closed each time.
package forest

import (
	"fmt"
	"log"
	"os"
	"path/filepath"
	"sync/atomic"
)

// Forest has files, one more with each Plant until there are enough.
type Forest struct {
	folder string
	most   int64
	there  int64
}

// New has no files yet and most later.
func New(folder string, most int) *Forest { return &Forest{folder: folder, most: int64(most)} }

func (f *Forest) path(n int) string {
	return filepath.Join(f.folder, fmt.Sprintf("unit-%03d.log", n))
}

// Plant begins a new file.
func (f *Forest) Plant(int) {
	n := atomic.LoadInt64(&f.there)
	if n == f.most {
		return
	}
	f.write(int(n), "unit begins\n")
	atomic.StoreInt64(&f.there, n+1)
}

// Grow adds a line to one file.
func (f *Forest) Grow(n int) {
	if there := int(atomic.LoadInt64(&f.there)); there > 0 {
		f.write(n*7919%there, fmt.Sprintf("level=info turn=%d msg=\"parcel %d was handed over\"\n", n, n*13))
	}
}

// Rotate puts a new file in the place of an old one.
func (f *Forest) Rotate(n int) {
	there := int(atomic.LoadInt64(&f.there))
	if there < 20 {
		return
	}
	path := f.path(n * 101 % there)
	if err := os.Rename(path, path+".1"); err != nil {
		log.Print(err)
		return
	}
	f.write(n*101%there, "unit goes on\n")
	if err := os.Remove(path + ".1"); err != nil {
		log.Print(err)
	}
}

func (f *Forest) write(n int, line string) {
	file, err := os.OpenFile(f.path(n), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		log.Print(err)
		return
	}
	defer file.Close()
	if _, err := file.WriteString(line); err != nil {
		log.Print(err)
	}
}
