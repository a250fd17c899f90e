// Growing makes what a benchmark reads: heap profiles, goroutine dumps and gctrace of this very process.
//
//	growing heap DEPTH FIRST SECOND FILE FILE     FIRST stacks that keep memory, then SECOND in all
//	growing goroutines COUNT STACKS DEPTH FOLDER  dump.txt (debug=2), text.txt (debug=1), profile.pb.gz
//	growing collections COUNT                     forces collections; run with GODEBUG=gctrace=1
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/pprof"
	"strconv"
	"sync"

	"bench.example/shop/walk"
)

var kept [][]byte

func main() {
	runtime.MemProfileRate = 0
	switch os.Args[1] {
	case "heap":
		growHeap(number(2), number(3), number(4), os.Args[5], os.Args[6])
	case "goroutines":
		growGoroutines(number(2), number(3), number(4), os.Args[5])
	case "collections":
		for i := range number(2) {
			kept = append(kept, make([]byte, 1<<14+i))
			runtime.GC()
		}
	}
}

func number(place int) int {
	value, err := strconv.Atoi(os.Args[place])
	must(err)
	return value
}

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// growHeap keeps a little memory on every stack; each third stack of the first profile keeps more by the second.
func growHeap(depth, first, second int, before, after string) {
	runtime.MemProfileRate = 1
	allocate(0, first, depth, 1)
	writeProfile("heap", before)
	allocate(first, second, depth, 1)
	allocate(0, first, depth, 3)
	writeProfile("heap", after)
}

func allocate(from, to, depth, every int) {
	for i := from; i < to; i += every {
		size := 64 << (i % 9)
		way := &walk.Walk{State: uint64(i)*0x9E3779B97F4A7C15 + 1, Left: depth}
		way.At = func() { kept = append(kept, make([]byte, size)) }
		way.Next()(way)
	}
}

func writeProfile(name, file string) {
	runtime.GC()
	out, err := os.Create(file)
	must(err)
	must(pprof.Lookup(name).WriteTo(out, 0))
	must(out.Close())
}

func growGoroutines(count, stacks, depth int, folder string) {
	var started sync.WaitGroup
	started.Add(count)
	for i := range count {
		go serve(i%stacks, depth, &started)
	}
	started.Wait()
	writeDump(filepath.Join(folder, "dump.txt"), count*(depth+8)*160+1<<20)
	writeProfile("goroutine", filepath.Join(folder, "profile.pb.gz"))
	out, err := os.Create(filepath.Join(folder, "text.txt"))
	must(err)
	must(pprof.Lookup("goroutine").WriteTo(out, 1))
	must(out.Close())
}

// writeDump prints what debug=2 serves; runtime/pprof's own page would stop at 64 MB.
func writeDump(file string, size int) {
	stacks := make([]byte, size)
	must(os.WriteFile(file, stacks[:runtime.Stack(stacks, true)], 0o644))
}

var (
	results = make(chan int)
	orders  = make(chan int)
	ledger  sync.Mutex
)

func serve(stack, depth int, started *sync.WaitGroup) {
	waits := []func(){
		func() { started.Done(); results <- stack },
		func() { started.Done(); <-orders },
		func() {
			started.Done()
			select {
			case <-orders:
			case results <- stack:
			}
		},
		func() { started.Done(); ledger.Lock() },
	}
	if stack == 0 {
		ledger.TryLock()
	}
	way := &walk.Walk{State: uint64(stack)*0x9E3779B97F4A7C15 + 1, Left: depth, At: waits[stack%len(waits)]}
	way.Next()(way)
}
