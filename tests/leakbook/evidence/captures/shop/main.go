// A shop that forgets nothing: an unbounded map, goroutines in a send, a select and a double lock.
// go build -trimpath -o /srv/shop . && /srv/shop captures
package main

import (
	"fmt"
	"os"
	"strings"
	"runtime"
	"runtime/pprof"
	"sync"
	"time"
	"context"
)

type entry struct{ body []byte }

type cache struct {
	mu sync.Mutex
	m  map[string]*entry
}

//go:noinline
func (c *cache) put(k string, n int) {
	c.mu.Lock()
	c.m[k] = &entry{body: make([]byte, n)}
	time.Sleep(time.Microsecond * 50)
	c.mu.Unlock()
}

func keep[T any](s []T, v T) []T { return append(s, v) }

func leak(ch chan int)  { ch <- 1 }
func selectLeak(a, b chan int) {
	select {
	case <-a:
	case b <- 1:
	}
}

// write saves the profile that the file's name begins with.
func write(dir, file string, debug int) {
	f, err := os.Create(dir + "/" + file)
	if err != nil {
		panic(err)
	}
	defer f.Close()
	name, _, _ := strings.Cut(file, ".")
	name, _, _ = strings.Cut(name, "-")
	if err := pprof.Lookup(name).WriteTo(f, debug); err != nil {
		panic(err)
	}
}

func main() {
	dir := os.Args[1]
	runtime.MemProfileRate = 4096
	runtime.SetMutexProfileFraction(1)
	runtime.SetBlockProfileRate(1)
	cpu, _ := os.Create(dir + "/cpu.pb.gz")
	pprof.StartCPUProfile(cpu)
	c := &cache{m: map[string]*entry{}}
	var wg sync.WaitGroup
	for g := 0; g < 4; g++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := 0; i < 2000; i++ {
				c.put(fmt.Sprintf("key-%d-%d", g, i), 1000)
			}
		}()
	}
	wg.Wait()
	var s []int
	for i := 0; i < 100000; i++ {
		s = keep(s, i)
	}
	for i := 0; i < 50; i++ {
		pprof.Do(context.Background(), pprof.Labels("tenant", fmt.Sprint(i%3)), func(context.Context) { go leak(make(chan int)) })
		go selectLeak(make(chan int), make(chan int))
		go func() { c.mu.Lock(); c.mu.Lock() }()
	}
	time.Sleep(100 * time.Millisecond)
	pprof.StopCPUProfile()
	cpu.Close()
	runtime.GC()
	write(dir, "heap.pb.gz", 0)
	write(dir, "heap-1.txt", 1)
	write(dir, "allocs.pb.gz", 0)
	write(dir, "goroutine.pb.gz", 0)
	write(dir, "goroutine-1.txt", 1)
	write(dir, "goroutine-2.txt", 2)
	write(dir, "mutex.pb.gz", 0)
	write(dir, "block.pb.gz", 0)
	write(dir, "threadcreate.pb.gz", 0)
	write(dir, "goroutineleak.pb.gz", 0)
	_ = s
	for i := 0; i < 3000; i++ {
		k := fmt.Sprintf("more-%d", i)
		c.m[k] = &entry{body: make([]byte, 2000)}
	}
	runtime.GC()
	write(dir, "heap-b.pb.gz", 0)
	runtime.KeepAlive(c)
	runtime.KeepAlive(s)
}
